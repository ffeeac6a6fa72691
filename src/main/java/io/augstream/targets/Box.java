package io.augstream.targets;

/**
 * An upright rectangle around something, by its edges: the whole image is (0, 0, width, height), as Pascal VOC's, torchvision's
 * XYXY and Albumentations' {@code pascal_voc} have it.
 *
 * @param left edge in pixels, below {@code right}
 * @param top edge, below {@code bottom}
 * @param label what it is around
 */
public record Box(double left, double top, double right, double bottom, String label) {
    public Box {
        if (!(left < right && top < bottom)) {
            throw new IllegalArgumentException("left must lie below right and top below bottom, got " + left + ", "
                    + top + ", " + right + ", " + bottom);
        }
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }
}
