package io.augstream.nn;

/**
 * A convolution at stride 1 by Winograd's minimal filtering; see {@link Transform}. Tiles of 4 x 4 outputs of a 3 x 3 window,
 * or of 2 x 2 of a 5 x 5 one, cost 36 products a pair of channels, where direct ones cost 144 and 100. Some rows of tiles at a
 * time, so that everything stays in a second-level cache.
 */
final class WinogradConvolution {
    private static final int POINTS = TransformedMaps.POINTS;

    /** Floats of the transformed tiles at a time, those that go in and those that come out: 512 KiB. */
    private static final int FLOATS = 1 << 17;

    private final Kernels kernels;
    private final TileGrid grid;
    private final TransformedMaps inputs;
    private final TileOutputs outputs;
    private final int rowsAtOnce;
    private final int inputPlane;
    private final int outputPlane;
    private final Offsets inputTiles;
    private final Offsets outputTiles;
    private final Offsets inputChannels;
    private final Offsets outputChannels;
    private final Offsets weightRows;

    /** @param padding at most {@code taps - 1} */
    WinogradConvolution(Kernels kernels, int taps, int padding, Shape input, Shape output) {
        this.kernels = kernels;
        int in = input.channels();
        int out = output.channels();
        grid = TileGrid.of(output, taps);
        rowsAtOnce = rowsAtOnce(grid, in, out);
        inputs = new TransformedMaps(kernels, input, Transform.INPUT, padding, grid);
        Transform back = taps == 3 ? Transform.OUTPUT_OF_FOUR : Transform.OUTPUT_OF_TWO;
        outputs = new TileOutputs(kernels, output, back, grid);
        inputPlane = TransformedMaps.plane(grid, in, rowsAtOnce);
        outputPlane = TransformedMaps.plane(grid, out, rowsAtOnce);
        inputTiles = Offsets.steps(rowsAtOnce * grid.columns(), in);
        outputTiles = Offsets.steps(rowsAtOnce * grid.columns(), out);
        inputChannels = Offsets.steps(in, 1);
        outputChannels = Offsets.steps(out, 1);
        weightRows = Offsets.steps(in, out);
    }

    /**
     * Rows of tiles at a time: as many as a cache holds, but no fewer than make the tiles as many floats as the weights, which
     * are read anew for each lot; and such that the tiles fill whole tiles of registers.
     */
    static int rowsAtOnce(TileGrid grid, int in, int out) {
        int row = POINTS * POINTS * grid.columns() * (in + out);
        int step = VectorTiles.ROWS / greatestCommonDivisor(VectorTiles.ROWS, grid.columns());
        int floats = Math.max(FLOATS, POINTS * POINTS * in * out);
        return Math.max(step, floats / row / step * step);
    }

    /** As few as make whole lots of rows. */
    int samplesAtOnce() {
        return rowsAtOnce / greatestCommonDivisor(rowsAtOnce, grid.rows());
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /**
     * @param weights as {@link TransformedWeights#of} makes them
     * @param add whether to what {@code y} holds
     */
    void run(Samples x, float[] weights, boolean add, float[] y, int first, int samples, Workspace workspace) {
        float[] in = workspace.tilesIn.atLeast(POINTS * POINTS * inputPlane);
        float[] out = workspace.tilesOut.atLeast(POINTS * POINTS * outputPlane);
        int end = (first + samples) * grid.rows();
        for (int row = first * grid.rows(); row < end; row += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, end - row);
            inputs.scatter(x, row, rows, in, inputPlane, workspace);
            multiply(in, weights, out, rows * grid.columns(), workspace);
            outputs.gather(out, outputPlane, row, rows, add, y, workspace);
        }
    }

    private void multiply(float[] in, float[] weights, float[] out, int tiles, Workspace workspace) {
        Offsets from = inputTiles.range(0, tiles);
        Offsets to = outputTiles.range(0, tiles);
        int size = weightRows.count() * outputChannels.count();
        for (int point = 0; point < POINTS * POINTS; point++) {
            kernels.multiply(
                    new Matrix(in, point * inputPlane, from, inputChannels),
                    new Matrix(weights, point * size, weightRows, outputChannels),
                    new Matrix(out, point * outputPlane, to, outputChannels),
                    workspace);
        }
    }
}
