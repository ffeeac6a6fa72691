package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.AveragePool;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.ConstantWeights;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Flatten;
import io.augstream.nn.GlobalAveragePool;
import io.augstream.nn.HadamardWeights;
import io.augstream.nn.Initializer;
import io.augstream.nn.LeakyRelu;
import io.augstream.nn.LocalResponseNorm;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Network;
import io.augstream.nn.NormalWeights;
import io.augstream.nn.OrthogonalWeights;
import io.augstream.nn.Parameter;
import io.augstream.nn.Relu;
import io.augstream.nn.Residual;
import io.augstream.nn.Shape;
import io.augstream.nn.SmoothActivation;
import io.augstream.nn.UniformWeights;
import io.augstream.nn.VarianceScaling;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkSettingsTest {
    private static final Shape MNIST = new Shape(28, 28, 1);

    @Test
    void everyLayerIsReadWithItsDefaults() {
        Value network = network(
                """
                network:
                  - convolution: {channels: 8, kernel_size: 5, bias: false, init: glorot_uniform}
                  - convolution: {channels: 8, stride: 2, padding: 0}
                  - convolution: {channels: 8, groups: 4, bias_init: 1}
                  - batch_norm
                  - batch_norm: {momentum: 0.2, epsilon: 1e-3}
                  - batch_norm: {gamma_init: 0}
                  - relu
                  - max_pool
                  - max_pool: {size: 3, stride: 2, padding: 1}
                  - leaky_relu
                  - leaky_relu: {slope: 0.2}
                  - sigmoid
                  - tanh
                  - gelu
                  - silu
                  - average_pool
                  - average_pool: {size: 3, stride: 1, padding: 1}
                  - local_response_norm
                  - local_response_norm: {size: 3, alpha: 1e-3, beta: 0.5, k: 2, divide_alpha: false}
                  - residual: {branch: [batch_norm, relu], shortcut: [batch_norm], activation: gelu}
                  - residual: {branch: [relu]}
                  - dropout: {rate: 0.2}
                  - dropout: {rate: 0.2, channelwise: true}
                  - global_average_pool
                  - flatten
                  - dense: {units: 20, bias: false, init: he_uniform}
                  - dense: {units: 20, bias_init: -0.5}
                  - dense: {units: classes}
                """);
        assertEquals(
                List.of(
                        new Convolution(8, 5, 1, 2, false, Initializer.GLOROT_UNIFORM),
                        new Convolution(8, 3, 2, 0, true, Initializer.HE_NORMAL),
                        new Convolution(8, 3, 1, 1, 4, true, Initializer.HE_NORMAL, 1),
                        new BatchNorm(0.1, 1e-5),
                        new BatchNorm(0.2, 1e-3),
                        new BatchNorm(0.1, 1e-5, 0),
                        new Relu(),
                        new MaxPool(2, 2, 0),
                        new MaxPool(3, 2, 1),
                        new LeakyRelu(0.01),
                        new LeakyRelu(0.2),
                        SmoothActivation.SIGMOID,
                        SmoothActivation.TANH,
                        SmoothActivation.GELU,
                        SmoothActivation.SILU,
                        new AveragePool(2, 2, 0),
                        new AveragePool(3, 1, 1),
                        new LocalResponseNorm(5, 1e-4, 0.75, 1, true),
                        new LocalResponseNorm(3, 1e-3, 0.5, 2, false),
                        new Residual(
                                List.of(new BatchNorm(), new Relu()), List.of(new BatchNorm()), SmoothActivation.GELU),
                        new Residual(List.of(new Relu()), List.of(), null),
                        new Dropout(0.2),
                        new Dropout(0.2, true),
                        new GlobalAveragePool(),
                        new Flatten(),
                        new Dense(20, false, Initializer.HE_UNIFORM),
                        new Dense(20, true, Initializer.HE_NORMAL, -0.5),
                        new Dense(10, true, Initializer.HE_NORMAL)),
                NetworkSettings.from(network, MNIST, 10));
    }

    @Test
    void whatIsRepeatedIsAsIfItWereWrittenOut() {
        Value repeated = network(
                """
                network:
                  - repeat: {times: 2, layers: [repeat: {times: 2, layers: [dense: {units: 7}]}, relu]}
                  - residual: {branch: [repeat: {times: 3, layers: [tanh]}]}
                  - dense: {units: classes}
                """);
        Value writtenOut = network(
                """
                network:
                  - dense: {units: 7}
                  - dense: {units: 7}
                  - relu
                  - dense: {units: 7}
                  - dense: {units: 7}
                  - relu
                  - residual: {branch: [tanh, tanh, tanh]}
                  - dense: {units: classes}
                """);
        assertEquals(NetworkSettings.from(writtenOut, MNIST, 10), NetworkSettings.from(repeated, MNIST, 10));
    }

    static Stream<Arguments> initializers() {
        return Stream.of(
                Arguments.of("lecun_normal", VarianceScaling.LECUN_NORMAL),
                Arguments.of("he_normal_fan_out", VarianceScaling.HE_NORMAL_FAN_OUT),
                Arguments.of("zeros", new ConstantWeights(0)),
                Arguments.of("{constant: {value: 0.5}}", new ConstantWeights(0.5)),
                Arguments.of("{normal: {sigma: 0.01}}", new NormalWeights(0.01)),
                Arguments.of("{uniform: {bound: 0.1}}", new UniformWeights(0.1)),
                Arguments.of("hadamard", new HadamardWeights(1)),
                Arguments.of("orthogonal", new OrthogonalWeights(1)));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void initializersAreReadByTheirNames(String yaml, Initializer expected) {
        Value network = network("network: [dense: {units: classes, init: " + yaml + "}]");
        assertEquals(List.of(new Dense(10, true, expected)), NetworkSettings.from(network, MNIST, 10));
    }

    /** Counted by hand from the definition in the peers' script, batch norms included. */
    @ParameterizedTest
    @CsvSource({"small, 421738", "mlp, 536586"})
    void presetsHaveTheirKnownNumberOfParameters(String preset, int parameters) {
        Network network = Network.create(NetworkSettings.from(network("network: " + preset), MNIST, 10), MNIST, 1);
        assertEquals(
                parameters,
                network.parameters().stream().mapToInt(Parameter::size).sum());
    }

    @ParameterizedTest
    @CsvSource({
        "resnet8, 78042",
        "resnet20, 272474",
        "resnet56, 855770",
        "plain20, 269722",
        "plain56, 853018",
        "alexnet32, 1756298",
    })
    void presetsForColourPicturesHaveTheirKnownNumberOfParameters(String preset, int parameters) {
        Shape input = new Shape(32, 32, 3);
        Network network = Network.create(NetworkSettings.from(network("network: " + preset), input, 10), input, 1);
        assertEquals(
                parameters,
                network.parameters().stream().mapToInt(Parameter::size).sum());
    }

    @Test
    void zeroGammaLetsEachResidualBlockBeginAsItsShortcut() {
        Shape input = new Shape(8, 8, 3);
        Network network = Network.create(
                NetworkSettings.from(network("network: {resnet8: {zero_gamma: true}}"), input, 10), input, 1);
        List<Parameter> scales = network.parameters().stream()
                .filter(parameter -> parameter.name().endsWith("gamma"))
                .toList();
        assertEquals(9, scales.size());
        for (Parameter scale : scales) {
            boolean lastOfBranch = scale.name().contains("branch.4.");
            for (float value : scale.value()) {
                assertEquals(lastOfBranch ? 0 : 1, value, scale.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smal | line 1: network: no such network: 'smal'; did you mean 'small'?",
                "{smal: {}} | line 1: network.smal: no such network: 'smal'; did you mean 'small'?",
                "{plain20: {zero_gamma: true}} | network.plain20: unknown key 'zero_gamma'",
                "{alexnet: {groups: 5}} | network.alexnet: groups must divide channels (256), got 5",
                "alexnet | line 1: network: layer 7.max_pool: a window of 3x3 with padding 0 does not fit",
                "[drop_out] | line 1: network[0]: no such layer: 'drop_out'; did you mean 'dropout'?",
                "[relu, dropout: {rate: 1}] | network[1].dropout: rate must lie in [0, 1), got 1.0",
                "[convolution] | network[0]: 'channels' is missing",
                "[convolution: {channels: 8, groups: 3}] | network[0].convolution: groups must divide channels (8), got 3",
                "[convolution: {channels: 8, groups: 4}] | convolution: 4 groups do not divide the 1 channels of an input",
                "[batch_norm: {gamma_init: 1e40}] | gamma_init must be a finite number",
                "[dense: {units: 4, bias_init: 1e39}] | bias_init must be a finite number",
                "[dense: {units: 4, init: {constant: {value: 1e300}}}] | value must be a finite number",
                "[convolution: {channels: 8, bias: no, bias_init: 1}] | bias_init is set to 1.0, but bias is false",
                "[dense: {units: 3}] | network[0]: the last layer gives 3 values, and there are 10 classes",
                "[max_pool: {size: 30}] | network[0]: max_pool: a window of 30x30 with padding 0 does not fit",
                "[dense: {units: 3, bia: no}] | network[0].dense: unknown key 'bia'; did you mean 'bias'?",
                "[residual: {shortcut: [relu]}] | network[0].residual: 'branch' is missing",
                "[residual: {branch: []}] | network[0].residual: branch must have at least one layer",
                "[residual: {branch: [relu], activation: flatten}] | activation: must be an activation, for instance",
                "[residual: {branch: [rel]}] | network[0].residual.branch[0]: no such layer: 'rel'; did you mean 'relu'?",
                "[residual: {branch: [max_pool: {size: 30}]}] | residual: layer 0.max_pool: a window of 30x30",
                "[dense: {units: classes, init: he_norml}] | 'he_norml' is not known; did you mean 'he_normal'?",
                "[dense: {units: classes, init: {normal: {sigma: -1}}}] | sigma must be a number of at least 0, got -1.0",
                "[] | network: a network needs at least one layer",
                "[repeat: {times: 0, layers: [relu]}] | network[0].repeat.times: must lie in [1, 1000], got 0",
                "[repeat: {times: 2, layers: []}] | network[0].repeat.layers: must have at least one layer",
                "[repeat: {layers: [relu]}] | network[0].repeat: 'times' is missing",
                "[repeat: {times: 3, layers: [max_pool: {size: 9}]}] | network[0].repeat.layers[0]: max_pool: a window of 9x9",
                "[repeat: {times: 3, layers: [dense: {units: 3}]}] | network[0].repeat.layers[0]: the last layer gives 3",
            })
    void whatIsWrongIsNamedWithItsPlace(String yaml, String message) {
        Value network = network("network: " + yaml);
        String actual =
                String.valueOf(assertThrows(SettingsException.class, () -> NetworkSettings.from(network, MNIST, 10))
                        .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static Value network(String yaml) {
        return Settings.parse(yaml, "pipeline.yaml", Path.of("/")).root().get("network");
    }
}
