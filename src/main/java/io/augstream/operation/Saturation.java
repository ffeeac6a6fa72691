package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.Luma;
import io.augstream.pixel.Scratch;

/**
 * Moves every colour away from its gray or towards it: factor · level + (1 − factor) · {@link Luma luma}, rounded once, then
 * clipped (torchvision's {@code adjust_saturation}, which cuts both luma and result to whole levels). A gray picture stays as
 * it is.
 *
 * @param factor in [0, 100]: 0 gives gray, 1 changes nothing
 */
public record Saturation(double factor) implements PointOperation {
    public Saturation {
        Limits.factor("factor", factor);
    }

    @Override
    public PixelChange prepare(Image image, Scratch scratch) {
        int channels = image.channels();
        return channels == 1
                ? PixelChange.NONE
                : (samples, offset, pixels) -> change(samples, offset, offset + pixels * channels, channels);
    }

    private void change(byte[] samples, int from, int to, int channels) {
        double share = (1 - factor) / Luma.WHOLE;
        for (int i = from; i < to; i += channels) {
            int red = samples[i] & 0xff;
            int green = samples[i + 1] & 0xff;
            int blue = samples[i + 2] & 0xff;
            double gray = share * Luma.of(red, green, blue);
            samples[i] = Levels.toByte(factor * red + gray);
            samples[i + 1] = Levels.toByte(factor * green + gray);
            samples[i + 2] = Levels.toByte(factor * blue + gray);
        }
    }

    @Override
    public Image deep(Image image) {
        return image.channels() == 1
                ? image
                : ColourLevels.change(image, levels -> {
                    double gray = (1 - factor) * Luma.level(levels[0], levels[1], levels[2]);
                    for (int colour = 0; colour < levels.length; colour++) {
                        levels[colour] = factor * levels[colour] + gray;
                    }
                });
    }

    @Override
    public boolean readsSamples() {
        return false;
    }
}
