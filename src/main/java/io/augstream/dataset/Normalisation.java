package io.augstream.dataset;

import io.augstream.image.Channels;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pixel.ChannelScaling;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sample values as a network wants them: (level / 255 − mean) / std, channel by channel, where mean and standard
 * deviation are fractions of full scale; of every depth, each sample at its full precision. Computed in double, rounded once to float.
 *
 * <p>Unchanging and safe to share between threads.
 */
public final class Normalisation implements NetworkInput {
    private static final int LEVELS = 256;

    private final List<Double> mean;
    private final List<Double> std;
    private final ChannelScaling scaling;

    /**
     * @param mean one number a channel, in [0, 1]
     * @param std one number a channel, in (0, 1]
     * @throws IllegalArgumentException if they are not
     */
    public Normalisation(List<Double> mean, List<Double> std) {
        this.mean = List.copyOf(mean);
        this.std = List.copyOf(std);
        if (mean.isEmpty() || mean.size() != std.size()) {
            throw new IllegalArgumentException(
                    "std must have as many numbers as mean, got " + std.size() + " and " + mean.size());
        }
        if (!mean.stream().allMatch(m -> m >= 0 && m <= 1)) {
            throw new IllegalArgumentException("mean must lie in [0, 1], a fraction of full scale, got " + mean);
        }
        if (!std.stream().allMatch(s -> s > 0 && s <= 1)) {
            throw new IllegalArgumentException("std must lie in (0, 1], a fraction of full scale, got " + std);
        }
        this.scaling = new ChannelScaling(
                table(this.mean, this.std),
                this.std.stream().mapToDouble(s -> 1 / (255 * s)).toArray(),
                IntStream.range(0, mean.size())
                        .mapToDouble(channel -> -mean.get(channel) / std.get(channel))
                        .toArray());
    }

    /** The normalised value of each level, channel after channel. */
    private static float[] table(List<Double> mean, List<Double> std) {
        float[] table = new float[mean.size() * LEVELS];
        for (int i = 0; i < table.length; i++) {
            int channel = i / LEVELS;
            table[i] = (float) ((i % LEVELS / 255.0 - mean.get(channel)) / std.get(channel));
        }
        return table;
    }

    /** Only the scaling to 0..1. */
    public static Normalisation scaleOnly(int channels) {
        return new Normalisation(Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
    }

    /**
     * The mean and standard deviation (of the population) of each channel over all pixels. Of 8-bit images from counts of the 256
     * levels, so their order does not matter, to the last bit; where any is deeper, from sums at full precision in their order. A
     * channel that never changes has no deviation; 1 stands in for it, and the channel becomes 0 everywhere.
     *
     * @param images at least one, all with the same number of channels
     * @throws DataException if they differ in channels, or are of floats that on the whole lie beyond full scale
     */
    public static Normalisation fit(Iterable<Image> images) {
        LevelMoments moments = LevelMoments.of(images);
        List<Double> mean =
                IntStream.range(0, moments.channels()).mapToObj(moments::mean).toList();
        List<Double> std = IntStream.range(0, moments.channels())
                .mapToObj(moments::deviation)
                .map(deviation -> deviation == 0 ? 1.0 : deviation)
                .toList();
        try {
            return new Normalisation(mean, std);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "the float32 images do not lie within 0 (black) and 1 (full scale): " + e.getMessage()
                            + "; scale their samples",
                    e);
        }
    }

    public List<Double> mean() {
        return mean;
    }

    public List<Double> std() {
        return std;
    }

    @Override
    public int channels() {
        return mean.size();
    }

    /**
     * Writes the normalised samples of {@code image} (row by row, pixel by pixel, channel by channel) to {@code target}
     * from {@code offset} on.
     *
     * @throws IllegalArgumentException if the image has other channels than were fitted
     */
    @Override
    public void write(Image image, float[] target, int offset) {
        checkChannels(image.channels());
        if (image.depth() == Depth.EIGHT_BIT) {
            scaling.interleaved(image.samples(), 0, pixels(image), target, offset);
            return;
        }
        for (int i = 0; i < image.length(); i++) {
            int channel = i % channels();
            target[offset + i] = (float) ((image.level(i) / 255 - mean.get(channel)) / std.get(channel));
        }
    }

    /**
     * Writes the normalised samples of all rows, none of which has been taken, as {@link #write(Image, float[], int)} does.
     *
     * @throws IllegalArgumentException if the rows have other channels than were fitted
     */
    @Override
    public void write(Rows rows, float[] target, int offset, Scratch scratch) {
        checkChannels(rows.channels());
        int width = rows.width();
        byte[] row = scratch.bytes(width * rows.channels());
        for (int y = 0; y < rows.height(); y++) {
            rows.next(row, 0);
            scaling.interleaved(row, 0, width, target, offset + y * row.length);
        }
    }

    /**
     * Writes them channel by channel (row by row within each, as NCHW tensors have it).
     *
     * @throws IllegalArgumentException if the rows have other channels than were fitted
     */
    public void writePlanes(Rows rows, float[] target, int offset, Scratch scratch) {
        checkChannels(rows.channels());
        int width = rows.width();
        byte[] row = scratch.bytes(width * rows.channels());
        byte[] room = scratch.bytes(scaling.room(width));
        for (int y = 0; y < rows.height(); y++) {
            rows.next(row, 0);
            scaling.planes(row, 0, width, target, offset + y * width, width * rows.height(), room);
        }
    }

    @Override
    public Normalisation normalisation() {
        return this;
    }

    @Override
    public Optional<Whitening> whitening() {
        return Optional.empty();
    }

    private void checkChannels(int channels) {
        if (channels != channels()) {
            throw new IllegalArgumentException(
                    "normalisation is for " + Channels.words(channels()) + ", the image has " + channels);
        }
    }

    private static int pixels(Image image) {
        return image.width() * image.height();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Normalisation that && mean.equals(that.mean) && std.equals(that.std);
    }

    @Override
    public int hashCode() {
        return 31 * mean.hashCode() + std.hashCode();
    }

    @Override
    public String toString() {
        return "Normalisation[mean=" + mean + ", std=" + std + "]";
    }
}
