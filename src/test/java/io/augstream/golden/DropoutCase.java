package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.BackToInput;
import io.augstream.nn.Dropout;
import io.augstream.nn.Network;
import io.augstream.random.RandomKey;
import java.util.BitSet;

/**
 * Dropout against its reference file. Our masks are our own, so passes with ever new masks are made until each element
 * has once met the fate that the file's mask gives it; then it must have the file's values.
 */
final class DropoutCase {
    private static final int PASSES = 1000;

    private DropoutCase() {}

    static void run(ReferenceFile file) {
        ReferenceFile.Tensor x = file.tensor("x");
        Network network = LayerCases.network(new Dropout(LayerCases.number(file, "rate")), x);
        float[] mask = ChannelsFirst.toOurs(file.tensor("mask"));
        float[] in = ChannelsFirst.toOurs(x);
        float[] expectedY = ChannelsFirst.toOurs(file.tensor("y"));
        float[] expectedGx = ChannelsFirst.toOurs(file.tensor("gx"));
        BitSet met = new BitSet();
        for (int pass = 0; pass < PASSES && met.cardinality() < mask.length; pass++) {
            float[] y = network.train(in, x.shape()[0], RandomKey.of(pass));
            float[] gx = BackToInput.of(network, ChannelsFirst.toOurs(file.tensor("gy")));
            for (int i = 0; i < mask.length; i++) {
                assertTrue(in[i] != 0, "an input of 0 cannot tell dropped from kept");
                boolean kept = y[i] != 0;
                if (kept == (mask[i] != 0)) {
                    met.set(i);
                    assertEquals(expectedY[i], y[i], LayerCases.TOLERANCE * Math.abs(expectedY[i]));
                    assertEquals(expectedGx[i], gx[i], LayerCases.TOLERANCE * Math.abs(expectedGx[i]));
                }
            }
        }
        assertEquals(mask.length, met.cardinality(), "elements that met the fate of the file's mask");
        float[] evaluated = network.evaluate(in, x.shape()[0]);
        Closeness.assertClose("evaluation", in, evaluated, 0);
    }
}
