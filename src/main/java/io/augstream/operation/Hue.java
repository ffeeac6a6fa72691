package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Turns every colour around the circle of hues, red to green to blue, at the same HSV saturation and value (torchvision's
 * {@code adjust_hue}); rounded. Grays stay, and so does a gray picture.
 *
 * @param shift in turns, in [−0.5, 0.5]: 1/3 makes red green, both ends make every colour its complement
 */
public record Hue(double shift) implements PointOperation {
    public Hue {
        Limits.hue("shift", shift);
    }

    @Override
    public PixelChange prepare(Image image) {
        int channels = image.channels();
        return channels == 1
                ? PixelChange.NONE
                : (samples, offset, pixels) -> {
                    int end = offset + pixels * channels;
                    for (int i = offset; i < end; i += channels) {
                        turn(samples, i);
                    }
                };
    }

    private void turn(byte[] samples, int at) {
        int red = samples[at] & 0xff;
        int green = samples[at + 1] & 0xff;
        int blue = samples[at + 2] & 0xff;
        int value = Math.max(red, Math.max(green, blue));
        int chroma = value - Math.min(red, Math.min(green, blue));
        if (chroma == 0) {
            return;
        }
        double sixths = sixths(red, green, blue, value, chroma) + 6 * shift;
        samples[at] = level(sixths + 5, value, chroma);
        samples[at + 1] = level(sixths + 3, value, chroma);
        samples[at + 2] = level(sixths + 1, value, chroma);
    }

    /** The hue in sixths of a turn, in [−1, 5]: red 0, green 2, blue 4 (Smith, "Color gamut transform pairs", 1978). */
    private static double sixths(int red, int green, int blue, int value, int chroma) {
        if (value == red) {
            return (green - blue) / (double) chroma;
        }
        return value == green ? 2 + (blue - red) / (double) chroma : 4 + (red - green) / (double) chroma;
    }

    /** A colour as a function of the hue: full for two sixths of the circle, none for two, and linear in between. */
    private static byte level(double sixths, int value, int chroma) {
        double place = sixths - 6 * Math.floor(sixths / 6);
        double lack = Math.max(0, Math.min(1, Math.min(place, 4 - place)));
        return Levels.toByte(value - chroma * lack);
    }

    @Override
    public boolean readsSamples() {
        return false;
    }
}
