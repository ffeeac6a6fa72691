package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.augstream.nn.Flatten;
import io.augstream.nn.Kernels;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.Shape;
import io.augstream.nn.Workers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EachNumberTest {
    private static final int[] SIZES = {1, 16_384, 16_385, 50_000};

    @Test
    void theCallerAloneWorksOnEachNumberOnce() {
        everyNumberIsWorkedOnOnce(Workers.ALONE);
    }

    @Test
    void theThreadsOfANetworkWorkOnEachNumberOnce() {
        try (Network network = Network.create(List.of(new Flatten()), new Shape(1, 1, 1), 1, Kernels.selected(), 3)) {
            everyNumberIsWorkedOnOnce(network.workers());
        }
    }

    private static void everyNumberIsWorkedOnOnce(Workers workers) {
        List<Parameter> parameters = IntStream.of(SIZES)
                .mapToObj(size -> new Parameter("p" + size, ParameterKind.WEIGHT, new float[size], new float[size]))
                .toList();
        new EachNumber(parameters, workers).run((parameter, from, end) -> {
            for (int i = from; i < end; i++) {
                parameters.get(parameter).value()[i] += 1 + i % 100 + parameter;
            }
        });
        for (int p = 0; p < SIZES.length; p++) {
            float[] once = new float[SIZES[p]];
            for (int i = 0; i < once.length; i++) {
                once[i] = 1 + i % 100 + p;
            }
            assertArrayEquals(once, parameters.get(p).value());
        }
    }
}
