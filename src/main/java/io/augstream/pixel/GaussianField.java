package io.augstream.pixel;

import io.augstream.random.CounterRandom;

/**
 * Normal noise of mean 0 in whole levels, as a pure function of a key and the pixel's number: whoever adds it, in whatever
 * order and on whatever machine, gets the same bytes. The noise of pixel p, colour c is that of index 3p + c in a coloured
 * picture, of index p where there is one number a pixel; alpha, the fourth channel, keeps its levels.
 *
 * <p>Unchanging and safe to share between threads; a scratch is not.
 */
public final class GaussianField {
    private final NoiseLoops loops;
    private final int low;
    private final int high;
    private final float deviation;
    private final int channels;
    private final int numbersPerPixel;

    /**
     * @param deviation in levels of 0..255, in [0, 5000]; the noise is rounded to whole levels afterwards
     * @param channels interleaved in the samples: 1, 3 or 4
     * @param perChannel whether each colour of a pixel has its own noise, or all share one
     */
    public GaussianField(long key, double deviation, int channels, boolean perChannel) {
        this(LoopChoice.NOISE, key, deviation, channels, perChannel);
    }

    GaussianField(NoiseLoops loops, long key, double deviation, int channels, boolean perChannel) {
        this.loops = loops;
        // Mixed first, so that keys that differ in one bit have two halves with nothing in common.
        long mixed = CounterRandom.at(key, 0);
        this.low = (int) mixed;
        this.high = (int) (mixed >>> 32);
        this.deviation = (float) deviation;
        this.channels = channels;
        this.numbersPerPixel = perChannel ? Math.min(channels, 3) : 1;
    }

    /**
     * Adds the noise of some pixels that follow each other, clipped to 0..255.
     *
     * @param from samples, those of the first pixel from {@code at} on
     * @param firstPixel its number in the picture, row by row from 0 on
     * @param to where the result goes, from {@code toAt} on; {@code from} at the same place is allowed
     */
    void add(byte[] from, int at, int firstPixel, int pixels, byte[] to, int toAt, NoiseScratch scratch) {
        int most = NoiseScratch.LENGTH / numbersPerPixel;
        for (int done = 0; done < pixels; done += most) {
            int count = Math.min(most, pixels - done);
            fill((firstPixel + done) * numbersPerPixel, count * numbersPerPixel, scratch);
            int offset = done * channels;
            if (numbersPerPixel == channels) {
                loops.add(from, at + offset, scratch.noise, count * channels, to, toAt + offset);
            } else {
                spread(from, at + offset, scratch.noise, count, to, toAt + offset);
            }
        }
    }

    /** Rows with the noise added. */
    public Rows over(Rows source, Scratch scratch) {
        int width = source.width();
        return new ChangedRows(
                source, (samples, at, row) -> add(samples, at, row * width, width, samples, at, scratch.noise()));
    }

    /**
     * The noise at an index before it is rounded, in levels: what {@link #add} rounds and adds.
     *
     * @param index of the pixel, or where each colour has its own noise, pixel · colours + colour
     */
    public double at(long index) {
        return (double) deviation * NoiseFormula.deviate(NoiseFormula.uniform(low, high, (int) index));
    }

    /** Fills the scratch with whole levels of noise. */
    void fill(int firstIndex, int count, NoiseScratch scratch) {
        loops.uniforms(low, high, firstIndex, count, scratch);
        loops.rounded(scratch, count, deviation);
    }

    private void spread(byte[] from, int at, short[] noise, int pixels, byte[] to, int toAt) {
        int colours = Math.min(channels, 3);
        for (int pixel = 0; pixel < pixels; pixel++) {
            int sample = pixel * channels;
            for (int colour = 0; colour < colours; colour++) {
                int number = numbersPerPixel == 1 ? pixel : pixel * 3 + colour;
                to[toAt + sample + colour] = ScalarNoise.sum(from[at + sample + colour], noise[number]);
            }
            if (channels == 4) {
                to[toAt + sample + 3] = from[at + sample + 3];
            }
        }
    }
}
