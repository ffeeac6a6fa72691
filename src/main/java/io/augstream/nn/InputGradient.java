package io.augstream.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * ∂E/∂input of a convolution. The pixels of a phase of the window see the output's gradient through a window of their
 * own, which runs backwards over the taps that meet them: a convolution at stride 1, with a border around the gradient.
 */
final class InputGradient {
    private final Window window;
    private final Shape input;
    private final Shape output;
    private final int samplesAtOnce;
    private final BorderedMaps gradients;
    private final List<Part> parts = new ArrayList<>();
    private final boolean partsCoverInput;
    private final Kernels kernels;
    private final Workspace workspace;
    private final Buffer gx = new Buffer();

    /** One phase of the rows with one of the columns: where its operands and its result lie. */
    private record Part(
            int gradient, Offsets places, Offsets taps, int weight, Offsets weights, int pixel, Offsets pixels) {}

    InputGradient(Window window, Shape input, Shape output, int samplesAtOnce, LayerScope scope) {
        this.window = window;
        this.input = input;
        this.output = output;
        this.samplesAtOnce = samplesAtOnce;
        kernels = scope.kernels();
        workspace = scope.workspace();
        List<Phase> rows = phases(input.height());
        List<Phase> columns = phases(input.width());
        gradients = new BorderedMaps(output, Math.max(reach(rows, output.height()), reach(columns, output.width())));
        for (Phase row : rows) {
            for (Phase column : columns) {
                if (row.isMet() && column.isMet()) {
                    parts.add(part(row, column));
                }
            }
        }
        partsCoverInput = window.size() >= window.stride();
    }

    private List<Phase> phases(int length) {
        List<Phase> phases = new ArrayList<>();
        for (int start = 0; start < window.stride(); start++) {
            phases.add(Phase.of(window, start, length));
        }
        return phases;
    }

    private static int reach(List<Phase> phases, int places) {
        return Math.max(
                0, phases.stream().mapToInt(phase -> phase.reach(places)).max().orElse(0));
    }

    private Part part(Phase row, Phase column) {
        int in = input.channels();
        int out = output.channels();
        int stride = window.stride();
        int down = gradients.rowStep();
        int tap = in * out;
        int tapRow = window.size() * tap;
        return new Part(
                gradients.offset(row.place(), column.place()),
                Offsets.grid(samplesAtOnce, gradients.shape().size(), row.count(), down, column.count(), out),
                Offsets.grid(row.taps(), -down, column.taps(), -out, out, 1),
                row.firstTap() * tapRow + column.firstTap() * tap,
                Offsets.grid(row.taps(), stride * tapRow, column.taps(), stride * tap, out, 1),
                (row.start() * input.width() + column.start()) * in,
                Offsets.grid(
                        samplesAtOnce,
                        input.size(),
                        row.count(),
                        stride * input.width() * in,
                        column.count(),
                        stride * in));
    }

    /**
     * @param g ∂E/∂output
     * @param weight tap by tap, input channel by input channel, output channel by output channel
     */
    float[] of(float[] g, float[] weight, int batch) {
        float[] result = partsCoverInput ? gx.atLeast(batch * input.size()) : gx.zeros(batch * input.size());
        float[] bordered = gradients.values(g, batch);
        Offsets inputChannels = Offsets.steps(input.channels(), 1);
        Offsets weightColumns = Offsets.steps(input.channels(), output.channels());
        for (int first = 0; first < batch; first += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, batch - first);
            gradients.copy(g, first, samples);
            for (Part part : parts) {
                int rows = part.places.count() / samplesAtOnce * samples;
                int from = first * gradients.shape().size() + part.gradient;
                int to = first * input.size() + part.pixel;
                Matrix places = new Matrix(bordered, from, part.places.range(0, rows), part.taps);
                Matrix weights = new Matrix(weight, part.weight, part.weights, weightColumns);
                Matrix pixels = new Matrix(result, to, part.pixels.range(0, rows), inputChannels);
                kernels.multiply(places, weights, pixels, workspace);
            }
        }
        return result;
    }
}
