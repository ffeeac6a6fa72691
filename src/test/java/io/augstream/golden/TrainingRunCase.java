package io.augstream.golden;

import static io.augstream.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.Flatten;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.RunningStatistic;
import io.augstream.nn.Shape;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.nn.Workers;
import io.augstream.train.Sgd;
import io.augstream.train.SgdSettings;
import io.augstream.train.WeightDecay;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole training against its reference file: the loss of every step and the parameters at the end. */
final class TrainingRunCase {
    private static final double TOLERANCE = 1e-3;

    /** The file's names for the layers of a residual block's branch, by their places; at 2 there is a ReLU. */
    private static final Map<String, String> BRANCH = Map.of("0", "conv1", "1", "bn1", "3", "conv2", "4", "bn2");

    private final ReferenceFile file;
    private final List<LayerSpec> layers;
    private final Shape input;

    private TrainingRunCase(ReferenceFile file) {
        this.file = file;
        layers = TorchNetwork.parse(file.setting("network"));
        int[] shape = file.tensor("x0").shape();
        input = new Shape(shape[2], shape[3], shape[1]);
    }

    static void run(ReferenceFile file) {
        new TrainingRunCase(file).run();
    }

    private void run() {
        Network network = Network.create(layers, input, 0);
        for (Parameter parameter : network.parameters()) {
            float[] first = reference("init.", parameter.name());
            System.arraycopy(first, 0, parameter.value(), 0, first.length);
        }
        int steps = Integer.parseInt(file.setting("steps"));
        float[] losses = new float[steps];
        WeightDecay decay = new WeightDecay(LayerCases.number(file, "weight_decay"), Set.of());
        Sgd sgd = new Sgd(
                network.parameters(),
                new SgdSettings(LayerCases.number(file, "momentum"), false),
                decay,
                Workers.ALONE);
        int classes = network.output().size();
        for (int step = 0; step < steps; step++) {
            int[] labels = file.tensor("y" + step).classes();
            float[] gradient = new float[labels.length * classes];
            float[] x = ChannelsFirst.toOurs(file.tensor("x" + step));
            float[] logits = network.train(x, labels.length, LayerCases.KEY);
            losses[step] = (float) new SoftmaxCrossEntropy().loss(logits, labels, classes, gradient);
            network.backward(gradient);
            sgd.step(LayerCases.number(file, "lr"));
        }
        assertClose("losses", file.tensor("losses").floats(), losses, TOLERANCE);
        assertTrue(network.parameters().size() >= 4, "parameters to compare");
        for (Parameter parameter : network.parameters()) {
            assertClose(parameter.name(), reference("final.", parameter.name()), parameter.value(), TOLERANCE);
        }
        for (RunningStatistic statistic : network.statistics()) {
            assertClose(statistic.name(), reference("final.", statistic.name()), statistic.value(), TOLERANCE);
        }
    }

    /** The file's tensor for one of our names, {@code 8.dense.weight} for {@code init.8.weight}, in our order. */
    private float[] reference(String prefix, String name) {
        String[] parts = name.split("\\.", -1);
        String what = parts[parts.length - 1];
        String key = prefix + place(parts) + "."
                + switch (what) {
                    case "gamma" -> "weight";
                    case "beta" -> "bias";
                    case "mean" -> "running_mean";
                    case "variance" -> "running_var";
                    default -> what;
                };
        ReferenceFile.Tensor tensor = file.tensor(key);
        return switch (tensor.shape().length) {
            case 4 -> ChannelsFirst.weightToOurs(tensor);
            case 2 -> ChannelsFirst.denseToOurs(tensor, pixelsFlattenedBefore(Integer.parseInt(parts[0])));
            default -> tensor.floats();
        };
    }

    /** {@code 3.conv1} for {@code 3.residual.branch.0.convolution.weight}. */
    private static String place(String[] parts) {
        if (parts.length == 3) {
            return parts[0];
        }
        return parts[0] + "." + (parts[2].equals("branch") ? BRANCH.get(parts[3]) : "short." + parts[3]);
    }

    /** The pixels of the map that a flatten right before layer {@code index} takes; 1 if there is none. */
    private int pixelsFlattenedBefore(int index) {
        Shape shape = input;
        for (int i = 0; i < index - 1; i++) {
            shape = layers.get(i).output(shape);
        }
        boolean flattened = index > 0 && layers.get(index - 1) instanceof Flatten;
        return flattened ? shape.height() * shape.width() : 1;
    }
}
