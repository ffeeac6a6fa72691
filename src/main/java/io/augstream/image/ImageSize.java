package io.augstream.image;

/** Width and height in pixels, each at least 1. */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("size must be at least 1 x 1 pixel, got " + width + " x " + height);
        }
    }

    public static ImageSize square(int side) {
        return new ImageSize(side, side);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
