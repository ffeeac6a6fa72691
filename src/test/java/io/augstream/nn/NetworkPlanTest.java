package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.random.RandomKey;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan says against closed forms, and against the buffers that a network really has after a step. */
class NetworkPlanTest {
    private static final Shape INPUT = new Shape(9, 7, 4);

    static Stream<List<LayerSpec>> networks() {
        Convolution same = new Convolution(4, 3, 1, 1, false, Initializer.HE_NORMAL);
        Convolution halving = new Convolution(6, 3, 2, 1, true, Initializer.HE_NORMAL);
        Convolution projection = new Convolution(6, 1, 2, 0, false, Initializer.HE_NORMAL);
        Convolution wide = new Convolution(16, 3, 1, 1, true, Initializer.HE_NORMAL);
        return Stream.of(
                List.of(same),
                List.of(same, new BatchNorm(), new Relu(), same),
                List.of(wide, new BatchNorm(), wide),
                List.of(same, new Convolution(8, 3, 2, 0, 4, true, Initializer.HE_NORMAL, 0)),
                List.of(new Relu(), same, new Relu(), new LocalResponseNorm(5), new MaxPool(3, 2, 1)),
                List.of(same, new AveragePool(2, 2, 0), SmoothActivation.GELU, new GlobalAveragePool()),
                List.of(same, new Dropout(0.5), new Dropout(0.5, true), new Flatten(), dense(3)),
                List.of(new Dropout(0.5), dense(5), new BatchNorm(), new Relu(), dense(3)),
                List.of(same, new Residual(List.of(same), List.of(), null)),
                List.of(same, new Residual(List.of(same), List.of(), new Relu())),
                List.of(new Residual(List.of(halving, new BatchNorm()), List.of(projection), new LeakyRelu(0.1))),
                List.of(
                        same,
                        new Residual(
                                List.of(
                                        halving,
                                        new BatchNorm(),
                                        new Relu(),
                                        new Convolution(6, 3, 1, 1, false, Initializer.HE_NORMAL),
                                        new BatchNorm()),
                                List.of(projection, new BatchNorm()),
                                new Relu()),
                        new GlobalAveragePool(),
                        dense(3)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void countsTheBuffersThatAStepLeaves(List<LayerSpec> specs) throws ReflectiveOperationException {
        int batch = 3;
        Network network = Network.create(specs, INPUT, 1);
        float[] x = RandomValues.floats(batch * INPUT.size(), 1);
        network.train(x, batch, RandomKey.of(1));
        network.backward(RandomValues.floats(batch * network.output().size(), 2));
        NetworkPlan plan = NetworkPlan.of(specs, INPUT, new PlannedBatch(batch, 0));
        assertEquals(bufferFloats(network), plan.bufferFloats());

        float[] unused = network.train(x, batch, RandomKey.of(1), new Unmoved());
        assertEquals(bufferFloats(network), plan.bufferFloats() + plan.shown());

        int larger = 5;
        network.evaluate(RandomValues.floats(larger * INPUT.size(), 1), larger);
        NetworkPlan scored = NetworkPlan.of(specs, INPUT, new PlannedBatch(batch, larger));
        assertEquals(bufferFloats(network), scored.bufferFloats() + plan.shown());
    }

    /** A viewer that looks away. */
    private static final class Unmoved implements StepViewer {
        @Override
        public void output(String layer, float[] y, int rows, int features) {}

        @Override
        public void inputGradient(String layer, float[] g, int length) {}
    }

    @ParameterizedTest
    @MethodSource("networks")
    void countsTheParametersThatANetworkHas(List<LayerSpec> specs) {
        NetworkPlan plan = NetworkPlan.of(specs, INPUT, new PlannedBatch(1, 0));
        Network network = Network.create(specs, INPUT, 1);
        assertEquals(count(network, ParameterKind.WEIGHT), plan.total(LayerPlan::weights));
        assertEquals(count(network, ParameterKind.BIAS), plan.total(LayerPlan::biases));
        assertEquals(count(network, ParameterKind.NORM), plan.total(LayerPlan::norms));
    }

    /** 5 x 4 places of 9 taps of 2 channels a group, for each of 6 outputs; 120 inputs of 10 units. */
    @Test
    void multiplyAddsAreThoseOfTheProducts() {
        Convolution convolution = new Convolution(6, 3, 2, 1, 2, true, Initializer.HE_NORMAL, 0);
        NetworkPlan plan = NetworkPlan.of(List.of(convolution, new Relu(), dense(10)), INPUT, new PlannedBatch(1, 0));
        assertEquals(new Shape(5, 4, 6), plan.layers().get(0).output());
        assertEquals(5 * 4 * 9 * 2 * 6, plan.layers().get(0).multiplyAdds());
        assertEquals(0, plan.layers().get(1).multiplyAdds());
        assertEquals(5 * 4 * 6 * 10, plan.layers().get(2).multiplyAdds());
    }

    @Test
    void layersAreNamedAsTheirParametersAre() {
        NetworkPlan plan = NetworkPlan.of(
                List.of(new Relu(), new Residual(List.of(dense(4)), List.of(dense(4)), null)),
                Shape.vector(4),
                new PlannedBatch(1, 0));
        assertEquals("1.residual", plan.layers().get(1).name());
        assertEquals(
                List.of("1.residual.branch.0.dense", "1.residual.shortcut.0.dense"),
                plan.layers().get(1).inner().stream().map(LayerPlan::name).toList());
    }

    private static long count(Network network, ParameterKind kind) {
        return network.parameters().stream()
                .filter(parameter -> parameter.kind() == kind)
                .mapToLong(Parameter::size)
                .sum();
    }

    private static Dense dense(int units) {
        return new Dense(units, true, Initializer.HE_NORMAL);
    }

    /** Of every {@link Buffer} that hangs on the network but those of the kernels' workspaces. */
    private static long bufferFloats(Network network) throws ReflectiveOperationException {
        return bufferFloats(network, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static long bufferFloats(Object object, Set<Object> seen) throws ReflectiveOperationException {
        if (object instanceof Buffer buffer) {
            return seen.add(buffer) ? buffer.atLeast(0).length : 0;
        }
        if (object instanceof Workspace || !seen.add(object)) {
            return 0;
        }
        long floats = 0;
        if (object instanceof List<?> list) {
            for (Object item : list) {
                floats += bufferFloats(item, seen);
            }
        } else if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                floats += Array.get(array, i) == null ? 0 : bufferFloats(array[i], seen);
            }
        } else if (object.getClass().getName().startsWith("io.augstream.nn.") && !(object instanceof Enum<?>)) {
            for (Field field : object.getClass().getDeclaredFields()) {
                floats += Modifier.isStatic(field.getModifiers()) ? 0 : bufferFloatsIn(field, object, seen);
            }
        }
        return floats;
    }

    private static long bufferFloatsIn(Field field, Object owner, Set<Object> seen)
            throws ReflectiveOperationException {
        field.setAccessible(true);
        Object value = field.get(owner);
        return value == null ? 0 : bufferFloats(value, seen);
    }
}
