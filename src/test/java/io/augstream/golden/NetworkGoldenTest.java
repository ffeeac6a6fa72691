package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code golden/nn}, known by its metadata. A file of an unknown kind fails, so that no reference is passed over in
 * silence.
 */
class NetworkGoldenTest {
    private static final Map<String, Consumer<ReferenceFile>> SUPPORTED = Map.ofEntries(
            Map.entry("linear", LayerCases::linear),
            Map.entry("conv2d", LayerCases::convolution),
            Map.entry("batchnorm2d", LayerCases::batchNorm),
            Map.entry("relu", LayerCases::relu),
            Map.entry("leaky_relu", LayerCases::leakyRelu),
            Map.entry("sigmoid", LayerCases::smoothActivation),
            Map.entry("tanh", LayerCases::smoothActivation),
            Map.entry("gelu", LayerCases::smoothActivation),
            Map.entry("silu", LayerCases::smoothActivation),
            Map.entry("maxpool", LayerCases::maxPool),
            Map.entry("avgpool", LayerCases::averagePool),
            Map.entry("global_avgpool", LayerCases::globalAveragePool),
            Map.entry("local_response_norm", LayerCases::localResponseNorm),
            Map.entry("dropout", DropoutCase::run),
            Map.entry("softmax_cross_entropy", LayerCases::crossEntropy),
            Map.entry("optimizer sgd", OptimizerCases::sgd),
            Map.entry("optimizer sgd with nesterov", OptimizerCases::sgd),
            Map.entry("optimizer adam", OptimizerCases::adam),
            Map.entry("optimizer adamw", OptimizerCases::adamW),
            Map.entry("training run", TrainingRunCase::run));

    static List<Named<Path>> cases() {
        return ReferenceFile.in("nn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void meetsTheReference(Path path) {
        ReferenceFile file = ReferenceFile.read(path);
        String kind = kind(file);
        Consumer<ReferenceFile> test = SUPPORTED.get(kind);
        if (test == null) {
            fail(file.name() + ": unknown kind of reference: " + kind + " in " + file.metadata());
        } else {
            file.check(test);
        }
    }

    private static String kind(ReferenceFile file) {
        Map<String, String> metadata = file.metadata();
        if (metadata.containsKey("kind")) {
            return metadata.get("kind");
        }
        if (metadata.containsKey("optimizer")) {
            boolean nesterov = Boolean.parseBoolean(metadata.get("nesterov"));
            return "optimizer " + file.setting("optimizer") + (nesterov ? " with nesterov" : "");
        }
        return metadata.getOrDefault("layer", "nameless");
    }
}
