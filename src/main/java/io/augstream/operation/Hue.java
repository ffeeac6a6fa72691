package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.Scratch;

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
    public PixelChange prepare(Image image, Scratch scratch) {
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
        samples[at] = Levels.toByte(value - chroma * lack(sixths + 5));
        samples[at + 1] = Levels.toByte(value - chroma * lack(sixths + 3));
        samples[at + 2] = Levels.toByte(value - chroma * lack(sixths + 1));
    }

    @Override
    public Image deep(Image image) {
        return image.channels() == 1 ? image : ColourLevels.change(image, this::turn);
    }

    private void turn(double[] levels) {
        double value = Math.max(levels[0], Math.max(levels[1], levels[2]));
        double chroma = value - Math.min(levels[0], Math.min(levels[1], levels[2]));
        if (chroma == 0) {
            return;
        }
        double sixths = sixths(levels[0], levels[1], levels[2], value, chroma) + 6 * shift;
        levels[0] = value - chroma * lack(sixths + 5);
        levels[1] = value - chroma * lack(sixths + 3);
        levels[2] = value - chroma * lack(sixths + 1);
    }

    /** The hue in sixths of a turn, in [−1, 5]: red 0, green 2, blue 4 (Smith, "Color gamut transform pairs", 1978). */
    private static double sixths(int red, int green, int blue, int value, int chroma) {
        if (value == red) {
            return (green - blue) / (double) chroma;
        }
        return value == green ? 2 + (blue - red) / (double) chroma : 4 + (red - green) / (double) chroma;
    }

    /** The same; bytes keep the one above, since whole numbers are compared and subtracted sooner. */
    private static double sixths(double red, double green, double blue, double value, double chroma) {
        if (value == red) {
            return (green - blue) / chroma;
        }
        return value == green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
    }

    /** How much a colour lacks, as a function of the hue: none for two sixths of the circle, all for two, and linear in between. */
    private static double lack(double sixths) {
        double place = sixths - 6 * Math.floor(sixths / 6);
        return Math.max(0, Math.min(1, Math.min(place, 4 - place)));
    }

    @Override
    public boolean readsSamples() {
        return false;
    }
}
