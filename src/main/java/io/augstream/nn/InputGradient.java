package io.augstream.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ∂E/∂input of a convolution. The pixels of a phase of the window see the output's gradient through a window of their
 * own, which runs backwards over the taps that meet them: a convolution at stride 1, with a border around the gradient.
 */
final class InputGradient {
    private final Window window;
    private final int groups;
    private final Shape input;
    private final Shape output;
    private final int samplesAtOnce;
    private final BorderedMaps gradients;
    private final List<Part> parts = new ArrayList<>();
    private final boolean partsCoverInput;
    private final Kernels kernels;
    private final Offsets inputChannels;
    private final Offsets weightColumns;
    private float[] weight = {};
    private float[] result = {};
    private boolean adds;

    /** One phase of the rows with one of the columns: where its operands and its result lie. */
    private record Part(
            int gradient, Offsets places, Offsets taps, int weight, Offsets weights, int pixel, Offsets pixels) {}

    InputGradient(Window window, int groups, Shape input, Shape output, int samplesAtOnce, LayerScope scope) {
        this.window = window;
        this.groups = groups;
        this.input = input;
        this.output = output;
        this.samplesAtOnce = samplesAtOnce;
        kernels = scope.kernels();
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
        inputChannels = Offsets.steps(input.channels() / groups, 1);
        weightColumns = Offsets.steps(input.channels() / groups, output.channels());
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
        int groupOut = out / groups;
        int stride = window.stride();
        int down = gradients.rowStep();
        int tap = in / groups * out;
        int tapRow = window.size() * tap;
        return new Part(
                gradients.offset(row.place(), column.place()),
                Offsets.grid(samplesAtOnce, gradients.shape().size(), row.count(), down, column.count(), out),
                Offsets.grid(row.taps(), -down, column.taps(), -out, groupOut, 1),
                row.firstTap() * tapRow + column.firstTap() * tap,
                Offsets.grid(row.taps(), stride * tapRow, column.taps(), stride * tap, groupOut, 1),
                (row.start() * input.width() + column.start()) * in,
                Offsets.grid(
                        samplesAtOnce,
                        input.size(),
                        row.count(),
                        stride * input.width() * in,
                        column.count(),
                        stride * in));
    }

    /** Floats of the copies that a sample takes. */
    int copiedFloats() {
        return gradients.copiedFloats();
    }

    /**
     * Before {@link #run}.
     *
     * @param weight tap by tap, input channel of a group by input channel, output channel by output channel
     * @param add whether to what {@code gx} holds
     */
    void begin(float[] weight, int batch, boolean add, float[] gx) {
        this.weight = weight;
        gradients.begin(batch);
        adds = add;
        result = gx;
    }

    /**
     * At most {@code samplesAtOnce} samples from number {@code first} on; different samples may have different threads.
     *
     * @param g their ∂E/∂output
     */
    void run(Samples g, int first, int samples, Workspace workspace) {
        gradients.copy(g, first, samples);
        Samples bordered = gradients.of(g);
        if (!partsCoverInput && !adds) {
            Arrays.fill(result, first * input.size(), (first + samples) * input.size(), 0f);
        }
        for (Part part : parts) {
            int rows = part.places.count() / samplesAtOnce * samples;
            int from = bordered.at(first, gradients.shape().size()) + part.gradient;
            int to = first * input.size() + part.pixel;
            Offsets places = part.places.range(0, rows);
            Offsets pixels = part.pixels.range(0, rows);
            for (int group = 0; group < groups; group++) {
                int out = group * (output.channels() / groups);
                int in = group * inputChannels.count();
                Matrix patches = new Matrix(bordered.values(), from + out, places, part.taps);
                Matrix turned = new Matrix(weight, part.weight + out, part.weights, weightColumns);
                Matrix gradient = new Matrix(result, to + in, pixels, inputChannels);
                if (adds) {
                    kernels.multiplyAdd(patches, turned, gradient, workspace);
                } else {
                    kernels.multiply(patches, turned, gradient, workspace);
                }
            }
        }
    }
}
