package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.Shape;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.nn.Workers;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlexNetTest {
    private static final Shape INPUT = new Shape(227, 227, 3);
    private static final int CLASSES = 10;

    /** The sizes of the paper's figure 2, with 55 where 224 pixels would not give it. */
    @Test
    void mapsHaveThePapersSizes() {
        List<String> sizes = new java.util.ArrayList<>();
        Shape shape = INPUT;
        for (LayerSpec layer : new AlexNet(2).layers(1000)) {
            shape = layer.output(shape);
            if (List.of("convolution", "max_pool", "dense").contains(layer.kind())) {
                sizes.add(shape.toString());
            }
        }
        assertEquals(
                List.of(
                        "55x55x96",
                        "27x27x96",
                        "27x27x256",
                        "13x13x256",
                        "13x13x384",
                        "13x13x384",
                        "13x13x256",
                        "6x6x256",
                        "4096",
                        "4096",
                        "1000"),
                sizes);
    }

    /** Ten classes, which leaves 58 million parameters; two images, learnt by heart in a few steps. */
    @Test
    void aFewStepsMakeTheLossFall() {
        Network network = Network.create(new AlexNet(2).layers(CLASSES), INPUT, 1);
        checkFirstBiases(network);
        float[] images = new float[2 * INPUT.size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) CounterRandom.gaussianAt(3, i);
        }
        int[] labels = {3, 8};
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        Sgd optimizer = new Sgd(
                network.parameters(), new SgdSettings(0.9, false), new WeightDecay(5e-4, Set.of()), Workers.ALONE);
        float[] gradient = new float[2 * CLASSES];
        double first = loss.loss(network.evaluate(images, 2), labels, CLASSES);
        for (int step = 0; step < 4; step++) {
            loss.loss(network.train(images, 2, RandomKey.of(step)), labels, CLASSES, gradient);
            network.backward(gradient);
            optimizer.step(1e-4);
        }
        double last = loss.loss(network.evaluate(images, 2), labels, CLASSES);
        assertTrue(last < 0.5 * first, "from " + first + " to " + last);
    }

    /** Ones in convolutions 2, 4 and 5 and in the hidden dense layers; zeros elsewhere. */
    private static void checkFirstBiases(Network network) {
        List<Integer> expected = List.of(0, 1, 0, 1, 1, 1, 1, 0);
        List<Parameter> biases = network.parameters().stream()
                .filter(parameter -> parameter.name().endsWith(".bias"))
                .toList();
        assertEquals(expected.size(), biases.size());
        for (int i = 0; i < expected.size(); i++) {
            for (float value : biases.get(i).value()) {
                assertEquals(expected.get(i).floatValue(), value, biases.get(i).name());
            }
        }
    }
}
