package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.Luma;
import io.augstream.pixel.Scratch;
import java.util.Arrays;

/** Gives all three colours the {@link Luma} of the pixel, rounded: the number of channels stays. A gray picture stays as it is. */
public record Grayscale() implements PointOperation {
    @Override
    public PixelChange prepare(Image image, Scratch scratch) {
        int channels = image.channels();
        return channels == 1
                ? PixelChange.NONE
                : (samples, offset, pixels) -> {
                    int end = offset + pixels * channels;
                    for (int i = offset; i < end; i += channels) {
                        byte luma =
                                (byte) Luma.rounded(samples[i] & 0xff, samples[i + 1] & 0xff, samples[i + 2] & 0xff);
                        samples[i] = luma;
                        samples[i + 1] = luma;
                        samples[i + 2] = luma;
                    }
                };
    }

    @Override
    public Image deep(Image image) {
        return image.channels() == 1
                ? image
                : ColourLevels.change(
                        image, levels -> Arrays.fill(levels, Luma.level(levels[0], levels[1], levels[2])));
    }

    @Override
    public boolean readsSamples() {
        return false;
    }
}
