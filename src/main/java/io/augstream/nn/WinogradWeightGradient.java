package io.augstream.nn;

/** The weights' gradient of a {@link WinogradConvolution}: at each pair of points a product of the transformed input and gradient. */
final class WinogradWeightGradient {
    private static final int POINTS = TransformedMaps.POINTS;

    private final Kernels kernels;
    private final TransformedWeights weights;
    private final TileGrid grid;
    private final TransformedMaps inputs;
    private final TransformedMaps gradients;
    private final int taps;
    private final int rowsAtOnce;
    private final int inputPlane;
    private final int gradientPlane;
    private final Offsets inputTiles;
    private final Offsets gradientTiles;
    private final Offsets inputChannels;
    private final Offsets outputChannels;
    private final Offsets sumRows;

    WinogradWeightGradient(
            Kernels kernels, TransformedWeights weights, int taps, int padding, Shape input, Shape output) {
        this.kernels = kernels;
        this.weights = weights;
        this.taps = taps;
        int in = input.channels();
        int out = output.channels();
        grid = TileGrid.of(output, taps);
        rowsAtOnce = WinogradConvolution.rowsAtOnce(grid, in, out);
        inputs = new TransformedMaps(kernels, input, Transform.INPUT, padding, grid);
        Transform transform = taps == 3 ? Transform.GRADIENT_OF_FOUR : Transform.GRADIENT_OF_TWO;
        gradients = new TransformedMaps(kernels, output, transform, 0, grid);
        inputPlane = TransformedMaps.plane(grid, in, rowsAtOnce);
        gradientPlane = TransformedMaps.plane(grid, out, rowsAtOnce);
        inputTiles = Offsets.steps(rowsAtOnce * grid.columns(), in);
        gradientTiles = Offsets.steps(rowsAtOnce * grid.columns(), out);
        inputChannels = Offsets.steps(in, 1);
        outputChannels = Offsets.steps(out, 1);
        sumRows = Offsets.steps(in, out);
    }

    /**
     * Takes some samples into the sums at all points, which the workspace holds.
     *
     * @param begins whether they are the first
     */
    void take(Samples x, Samples g, int first, int samples, boolean begins, Workspace workspace) {
        float[] in = workspace.tilesIn.atLeast(POINTS * POINTS * inputPlane);
        float[] out = workspace.tilesOut.atLeast(POINTS * POINTS * gradientPlane);
        float[] sums = workspace.sums.atLeast(weights.length());
        int start = first * grid.rows();
        int end = (first + samples) * grid.rows();
        for (int row = start; row < end; row += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, end - row);
            inputs.scatter(x, row, rows, in, inputPlane, workspace);
            gradients.scatter(g, row, rows, out, gradientPlane, workspace);
            multiply(in, out, sums, rows * grid.columns(), row > start || !begins, workspace);
        }
    }

    /** Sets {@code gradient} to that of the samples taken. */
    void end(float[] gradient, Workspace workspace) {
        int size = inputChannels.count() * outputChannels.count();
        weights.gradient(
                workspace.sums.atLeast(weights.length()), gradient, workspace.lines.atLeast(POINTS * taps * size));
    }

    private void multiply(float[] in, float[] out, float[] sums, int tiles, boolean add, Workspace workspace) {
        Offsets left = inputTiles.range(0, tiles);
        Offsets right = gradientTiles.range(0, tiles);
        int size = inputChannels.count() * outputChannels.count();
        for (int point = 0; point < POINTS * POINTS; point++) {
            Matrix x = new Matrix(in, point * inputPlane, inputChannels, left);
            Matrix g = new Matrix(out, point * gradientPlane, right, outputChannels);
            Matrix sum = new Matrix(sums, point * size, sumRows, outputChannels);
            if (add) {
                kernels.multiplyAdd(x, g, sum, workspace);
            } else {
                kernels.multiply(x, g, sum, workspace);
            }
        }
    }
}
