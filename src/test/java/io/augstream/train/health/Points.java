package io.augstream.train.health;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Shape;
import io.augstream.random.CounterRandom;
import java.util.stream.IntStream;

/**
 * Points that are easy to tell apart: each class lies around a point of its own among 16 numbers, which have a deviation of
 * about 1 times {@code scale}. Shaped as pictures of 4 x 4, so that convolutions can have them too.
 *
 * @param batch points a batch
 * @param steps batches an epoch; no point comes twice
 */
record Points(int batch, int steps, double scale) {
    static final int CLASSES = 4;
    static final Shape SHAPE = new Shape(4, 4, 1);

    private static final long CENTRES = 77;
    private static final long LABELS = 5_000_000;
    private static final long NOISE = 9_000_000;

    BatchSource training() {
        return BatchSource.of(batch * steps, epoch -> IntStream.range(0, steps)
                .mapToObj(step -> points(epoch * steps + step))
                .iterator());
    }

    /** Others than those of any training. */
    BatchSource fresh(int batches) {
        return BatchSource.of(batch * batches, epoch -> IntStream.range(0, batches)
                .mapToObj(i -> points(1_000_000 + i))
                .iterator());
    }

    Batch points(int number) {
        int features = SHAPE.size();
        float[] x = new float[batch * features];
        int[] labels = new int[batch];
        for (int i = 0; i < batch; i++) {
            labels[i] = (int) (CLASSES * CounterRandom.uniformAt(LABELS + number, i));
            for (int f = 0; f < features; f++) {
                double centre = CounterRandom.gaussianAt(CENTRES, labels[i] * features + f);
                double noise = CounterRandom.gaussianAt(NOISE + number, i * features + f);
                x[i * features + f] = (float) (scale * (0.8 * centre + 0.6 * noise));
            }
        }
        return new Batch(x, labels, SHAPE.width(), SHAPE.height(), SHAPE.channels());
    }
}
