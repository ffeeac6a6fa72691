package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.train.safetensors.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a network has learnt, by name: its parameters, then its running statistics, the arrays being the network's own.
 * Weights have the shape [inputs of a unit, units]: a convolution's inputs lie kernel row by kernel row, pixel by pixel,
 * channel by channel. What else there is has one number a unit.
 */
final class NetworkTensors {
    private NetworkTensors() {}

    static List<Tensor> of(Network network) {
        return Stream.concat(
                        network.parameters().stream().map(NetworkTensors::of),
                        network.statistics().stream().map(statistic -> Tensor.of(statistic.name(), statistic.value())))
                .toList();
    }

    private static Tensor of(Parameter parameter) {
        List<Integer> shape = parameter.kind() == ParameterKind.WEIGHT
                ? List.of(parameter.size() / parameter.units(), parameter.units())
                : List.of(parameter.size());
        return new Tensor(parameter.name(), shape, parameter.value());
    }

    /** Arrays of zeros laid out as {@code tensors}, with {@code prefix} before their names. */
    static List<Tensor> zeros(List<Tensor> tensors, String prefix) {
        return tensors.stream()
                .map(tensor -> new Tensor(prefix + tensor.name(), tensor.shape(), new float[tensor.size()]))
                .toList();
    }

    /** Copies each of {@code from} over the one in its place. */
    static void copy(List<Tensor> from, List<Tensor> to) {
        for (int i = 0; i < to.size(); i++) {
            System.arraycopy(
                    from.get(i).values(), 0, to.get(i).values(), 0, to.get(i).size());
        }
    }
}
