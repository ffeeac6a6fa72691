package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code golden/nn}, known by its metadata. A file of a kind that stands in neither list fails, so that no
 * reference is passed over in silence.
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

    /** Come with the trainer issue. */
    private static final Set<String> NOT_YET = Set.of("conv2d with groups");

    /** The project's own files of those kinds, by name. */
    private static final List<String> NOT_YET_FILES = List.of("conv3x3_groups2", "conv_depthwise");

    static List<Named<Path>> cases() {
        return ReferenceFile.in("nn");
    }

    private static Stream<ReferenceFile> files() {
        return cases().stream().map(Named::getPayload).map(ReferenceFile::read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void meetsTheReference(Path path) {
        ReferenceFile file = ReferenceFile.read(path);
        String kind = kind(file);
        Assumptions.assumeFalse(NOT_YET.contains(kind), () -> kind + " comes with the trainer issue");
        Consumer<ReferenceFile> test = SUPPORTED.get(kind);
        if (test == null) {
            fail(file.name() + ": unknown kind of reference: " + kind + " in " + file.metadata());
        } else {
            file.check(test);
        }
    }

    @Test
    void exactlyTheListedFilesAreNotYetSupported() {
        Assumptions.assumeTrue(
                files().anyMatch(file -> file.name().equals("run_resnet.safetensors")), "the project's own files");
        Set<String> notYet = files().filter(file -> NOT_YET.contains(kind(file)))
                .map(file -> file.name().replace(".safetensors", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(NOT_YET_FILES), notYet);
        Set<String> kinds =
                files().map(NetworkGoldenTest::kind).filter(NOT_YET::contains).collect(Collectors.toSet());
        assertEquals(NOT_YET, kinds, "each kind of the list has a file");
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
        boolean groups = !metadata.getOrDefault("groups", "1").equals("1");
        return metadata.getOrDefault("layer", "nameless") + (groups ? " with groups" : "");
    }
}
