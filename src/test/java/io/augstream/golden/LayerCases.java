package io.augstream.golden;

import static io.augstream.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.nn.AveragePool;
import io.augstream.nn.BackToInput;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.GlobalAveragePool;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.LeakyRelu;
import io.augstream.nn.LocalResponseNorm;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Shape;
import io.augstream.nn.SmoothActivation;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.random.RandomKey;
import java.util.Locale;

/** Single layers and losses against their reference files. */
final class LayerCases {
    static final double TOLERANCE = 1e-4;
    static final RandomKey KEY = RandomKey.of(0);

    private LayerCases() {}

    static void linear(ReferenceFile file) {
        boolean bias = file.tensors().containsKey("bias");
        int units = file.tensor("weight").shape()[0];
        Network network = network(new Dense(units, bias, Initializer.HE_NORMAL), file.tensor("x"));
        set(network, 0, ChannelsFirst.denseToOurs(file.tensor("weight"), 1));
        setBias(network, file);
        forwardAndBack(network, file);
        assertClose(
                "grad.weight",
                ChannelsFirst.denseToOurs(file.tensor("grad.weight"), 1),
                gradient(network, 0),
                TOLERANCE);
        assertBiasGradient(network, file);
    }

    static void convolution(ReferenceFile file) {
        boolean bias = file.tensors().containsKey("bias");
        Convolution convolution = new Convolution(
                file.tensor("weight").shape()[0],
                integer(file, "kernel"),
                integer(file, "stride"),
                integer(file, "padding"),
                Integer.parseInt(file.metadata().getOrDefault("groups", "1")),
                bias,
                Initializer.HE_NORMAL,
                0);
        Network network = network(convolution, file.tensor("x"));
        set(network, 0, ChannelsFirst.weightToOurs(file.tensor("weight")));
        setBias(network, file);
        forwardAndBack(network, file);
        assertClose(
                "grad.weight", ChannelsFirst.weightToOurs(file.tensor("grad.weight")), gradient(network, 0), TOLERANCE);
        assertBiasGradient(network, file);
    }

    static void relu(ReferenceFile file) {
        forwardAndBack(network(new Relu(), file.tensor("x")), file);
    }

    /** The files name no slope: PyTorch's own. */
    static void leakyRelu(ReferenceFile file) {
        double slope = Double.parseDouble(file.metadata().getOrDefault("negative_slope", "0.01"));
        forwardAndBack(network(new LeakyRelu(slope), file.tensor("x")), file);
    }

    static void smoothActivation(ReferenceFile file) {
        SmoothActivation activation =
                SmoothActivation.valueOf(file.setting("layer").toUpperCase(Locale.ROOT));
        forwardAndBack(network(activation, file.tensor("x")), file);
    }

    static void averagePool(ReferenceFile file) {
        AveragePool pool = new AveragePool(integer(file, "kernel"), integer(file, "stride"), integer(file, "padding"));
        forwardAndBack(network(pool, file.tensor("x")), file);
    }

    static void globalAveragePool(ReferenceFile file) {
        forwardAndBack(network(new GlobalAveragePool(), file.tensor("x")), file);
    }

    static void localResponseNorm(ReferenceFile file) {
        LocalResponseNorm norm = new LocalResponseNorm(
                integer(file, "size"), number(file, "alpha"), number(file, "beta"), number(file, "k"), true);
        forwardAndBack(network(norm, file.tensor("x")), file);
    }

    static void maxPool(ReferenceFile file) {
        MaxPool pool = new MaxPool(integer(file, "kernel"), integer(file, "stride"), integer(file, "padding"));
        forwardAndBack(network(pool, file.tensor("x")), file);
    }

    /** Training steps 0, 1, … with their running statistics, then one evaluation with what they left. */
    static void batchNorm(ReferenceFile file) {
        BatchNorm batchNorm = new BatchNorm(number(file, "momentum"), number(file, "eps"));
        Network network = network(batchNorm, file.tensor("x0"));
        set(network, 0, file.tensor("gamma").floats());
        set(network, 1, file.tensor("beta").floats());
        for (int step = 0; file.tensors().containsKey("x" + step); step++) {
            trainAndCheck(network, file, Integer.toString(step));
            assertClose("ggamma", file.tensor("ggamma" + step).floats(), gradient(network, 0), TOLERANCE);
            assertClose("gbeta", file.tensor("gbeta" + step).floats(), gradient(network, 1), TOLERANCE);
            assertClose("mean", file.tensor("running_mean" + step).floats(), statistic(network, 0), TOLERANCE);
            assertClose("variance", file.tensor("running_var" + step).floats(), statistic(network, 1), TOLERANCE);
        }
        ReferenceFile.Tensor x = file.tensor("x_eval");
        float[] y = network.evaluate(ChannelsFirst.toOurs(x), x.shape()[0]);
        assertClose("y_eval", ChannelsFirst.toOurs(file.tensor("y_eval")), y, TOLERANCE);
    }

    static void crossEntropy(ReferenceFile file) {
        ReferenceFile.Tensor logits = file.tensor("logits");
        int classes = logits.shape()[1];
        float[] gradient = new float[logits.shape()[0] * classes];
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(number(file, "label_smoothing"));
        double value = loss.loss(logits.floats(), file.tensor("target").classes(), classes, gradient);
        assertEquals("mean", file.setting("reduction"));
        assertEquals(file.tensor("loss").floats()[0], value, TOLERANCE * value);
        assertClose("glogits", file.tensor("glogits").floats(), gradient, TOLERANCE);
    }

    static Network network(LayerSpec layer, ReferenceFile.Tensor x) {
        int[] s = x.shape();
        Shape input = s.length == 4 ? new Shape(s[2], s[3], s[1]) : Shape.vector(s[1]);
        return Network.create(java.util.List.of(layer), input, 0);
    }

    private static void forwardAndBack(Network network, ReferenceFile file) {
        trainAndCheck(network, file, "");
    }

    private static void trainAndCheck(Network network, ReferenceFile file, String step) {
        ReferenceFile.Tensor x = file.tensor("x" + step);
        float[] y = network.train(ChannelsFirst.toOurs(x), x.shape()[0], KEY);
        assertClose("y" + step, ChannelsFirst.toOurs(file.tensor("y" + step)), y, TOLERANCE);
        float[] gx = BackToInput.of(network, ChannelsFirst.toOurs(file.tensor("gy" + step)));
        assertClose("gx" + step, ChannelsFirst.toOurs(file.tensor("gx" + step)), gx, TOLERANCE);
    }

    private static void setBias(Network network, ReferenceFile file) {
        if (file.tensors().containsKey("bias")) {
            set(network, 1, file.tensor("bias").floats());
        }
    }

    private static void assertBiasGradient(Network network, ReferenceFile file) {
        if (file.tensors().containsKey("bias")) {
            assertClose("grad.bias", file.tensor("grad.bias").floats(), gradient(network, 1), TOLERANCE);
        }
    }

    private static void set(Network network, int parameter, float[] values) {
        float[] target = network.parameters().get(parameter).value();
        assertEquals(target.length, values.length);
        System.arraycopy(values, 0, target, 0, values.length);
    }

    private static float[] gradient(Network network, int parameter) {
        return network.parameters().get(parameter).gradient();
    }

    private static float[] statistic(Network network, int index) {
        return network.statistics().get(index).value();
    }

    private static int integer(ReferenceFile file, String key) {
        return Integer.parseInt(file.setting(key));
    }

    static double number(ReferenceFile file, String key) {
        return Double.parseDouble(file.setting(key));
    }
}
