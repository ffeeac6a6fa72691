package io.augstream.nn;

/**
 * Walks a pooling window over a batch of maps, tap by tap: for a row of the output at a time, all windows whose tap lies
 * on the map, so that a kernel has long rows to work on.
 */
record WindowTaps(Window window, Shape input, Shape output) {
    /** What is done with one tap of neighbouring windows in a row of the output. */
    interface Action {
        /**
         * @param tap its number in the window, row by row
         * @param inputOffset of the first window's tap; the next ones lie {@link #inputStep} further each
         * @param outputOffset of the first window; the next ones follow
         */
        void visit(int tap, int inputOffset, int outputOffset, int windows);
    }

    /** Floats between the same tap of neighbouring windows. */
    int inputStep() {
        return window.stride() * input.channels();
    }

    /** Samples {@code from} to {@code end} − 1. */
    void forEach(int from, int end, Action action) {
        for (int sample = from; sample < end; sample++) {
            for (int row = 0; row < output.height(); row++) {
                int top = row * window.stride() - window.padding();
                int out = sample * output.size() + row * output.width() * input.channels();
                for (int i = Math.max(0, -top); i < Math.min(window.size(), input.height() - top); i++) {
                    int rowOffset = sample * input.size() + (top + i) * input.width() * input.channels();
                    visitRow(i, rowOffset, out, action);
                }
            }
        }
    }

    /** The taps of one row of the windows; at each, the windows whose tap lies on the map. */
    private void visitRow(int i, int rowOffset, int out, Action action) {
        for (int j = 0; j < window.size(); j++) {
            int shift = j - window.padding();
            int first = Math.max(0, ceilDivide(-shift, window.stride()));
            int end = Math.min(output.width(), ceilDivide(input.width() - shift, window.stride()));
            if (first < end) {
                int column = first * window.stride() + shift;
                int in = rowOffset + column * input.channels();
                action.visit(i * window.size() + j, in, out + first * input.channels(), end - first);
            }
        }
    }

    private static int ceilDivide(int dividend, int divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
