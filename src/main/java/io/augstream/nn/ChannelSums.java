package io.augstream.nn;

/** Sums over all pixels of a batch, a channel each: the gradient of a bias. */
final class ChannelSums {
    private final ChannelParts parts;
    private final double[] totals;
    private final Kernels kernels;
    private final Crew crew;

    ChannelSums(Shape shape, LayerScope scope) {
        parts = new ChannelParts(shape);
        totals = new double[shape.channels()];
        kernels = scope.kernels();
        crew = scope.crew();
    }

    /** Σ of {@code x}, rounded into {@code sums}. */
    void of(float[] x, int batch, float[] sums) {
        int channels = totals.length;
        parts.prepare(batch);
        crew.eachGroup(
                batch,
                (group, first, end, workspace) -> parts.inGroup(
                        group,
                        first,
                        end,
                        (part, row, rows) -> kernels.columnSums(x, row * channels, rows, channels, parts.of(part))));
        parts.sum(batch, totals);
        for (int c = 0; c < channels; c++) {
            sums[c] = (float) totals[c];
        }
    }
}
