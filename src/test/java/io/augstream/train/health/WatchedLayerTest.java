package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Flatten;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.LeakyRelu;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Relu;
import io.augstream.nn.Residual;
import io.augstream.nn.SmoothActivation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchedLayerTest {
    private static final Convolution CONVOLUTION = new Convolution(4, 3, 1, 1, false, Initializer.HE_NORMAL);
    private static final Dense DENSE = new Dense(4, true, Initializer.HE_NORMAL);

    @Test
    void aLayersOutputIsLookedAtBehindItsNormAndItsActivation() {
        assertEquals(
                List.of(
                        new WatchedLayer("0.convolution", "1.batch_norm", "2.relu", Response.RECTIFIER, true),
                        new WatchedLayer("3.convolution", "3.convolution", "4.tanh", Response.TANH, false),
                        new WatchedLayer("7.dense", "7.dense", "7.dense", Response.LINEAR, false),
                        new WatchedLayer("9.dense", "10.batch_norm", "10.batch_norm", Response.LINEAR, true),
                        new WatchedLayer("11.dense", "11.dense", "12.leaky_relu", Response.OTHER, false)),
                WatchedLayer.of(List.of(
                        CONVOLUTION,
                        new BatchNorm(),
                        new Relu(),
                        CONVOLUTION,
                        SmoothActivation.TANH,
                        new MaxPool(2, 2, 0),
                        new Flatten(),
                        DENSE,
                        new Dropout(0.5),
                        DENSE,
                        new BatchNorm(),
                        DENSE,
                        new LeakyRelu(0.1))));
    }

    @Test
    void theLastLayerOfABranchIsLookedAtBehindTheWholeBlock() {
        LayerSpec block = new Residual(
                List.of(CONVOLUTION, new BatchNorm(), new Relu(), CONVOLUTION, new BatchNorm()),
                List.of(CONVOLUTION, new BatchNorm()),
                new Relu());
        List<LayerSpec> network = List.of(CONVOLUTION, block, new Flatten(), DENSE);

        assertEquals(
                List.of(
                        new WatchedLayer("0.convolution", "0.convolution", "0.convolution", Response.LINEAR, false),
                        new WatchedLayer(
                                "1.residual.branch.0.convolution",
                                "1.residual.branch.1.batch_norm",
                                "1.residual.branch.2.relu",
                                Response.RECTIFIER,
                                true),
                        new WatchedLayer(
                                "1.residual.branch.3.convolution",
                                "1.residual.branch.4.batch_norm",
                                "1.residual",
                                Response.RECTIFIER,
                                true),
                        new WatchedLayer(
                                "1.residual.shortcut.0.convolution",
                                "1.residual.shortcut.1.batch_norm",
                                "1.residual.shortcut.1.batch_norm",
                                Response.LINEAR,
                                true),
                        new WatchedLayer("3.dense", "3.dense", "3.dense", Response.LINEAR, false)),
                WatchedLayer.of(network));
        assertEquals(List.of("0.convolution", "1.residual", "3.dense"), WatchedLayer.boundaries(network));
    }
}
