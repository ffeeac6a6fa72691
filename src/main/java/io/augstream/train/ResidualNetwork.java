package io.augstream.train;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.GlobalAveragePool;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Relu;
import io.augstream.nn.Residual;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks for small pictures of He and others, "Deep residual learning", 2016, section 4.2, with projections where
 * the shape changes: a 3×3 convolution, blocks of two at the widths 16, 32 and 64 (each halving height and width but the
 * first), global average pooling and one dense layer.
 *
 * @param blocks of each width
 * @param skips whether the blocks are residual, or plain: the same layers one after the other
 * @param zeroGamma whether each block begins as its shortcut alone: the γ of its last batch norm starts at 0
 */
record ResidualNetwork(int blocks, boolean skips, boolean zeroGamma) {
    private static final List<Integer> WIDTHS = List.of(16, 32, 64);

    List<LayerSpec> layers(int classes) {
        List<LayerSpec> layers = new ArrayList<>();
        int channels = WIDTHS.get(0);
        layers.addAll(List.of(convolution(channels, 3, 1), new BatchNorm(), new Relu()));
        for (int width : WIDTHS) {
            for (int i = 0; i < blocks; i++) {
                layers.addAll(block(width, width != channels));
                channels = width;
            }
        }
        layers.add(new GlobalAveragePool());
        layers.add(new Dense(classes, true, Initializer.HE_NORMAL));
        return layers;
    }

    private List<LayerSpec> block(int width, boolean halves) {
        int stride = halves ? 2 : 1;
        List<LayerSpec> branch = List.of(
                convolution(width, 3, stride),
                new BatchNorm(),
                new Relu(),
                convolution(width, 3, 1),
                zeroGamma ? new BatchNorm(0.1, 1e-5, 0) : new BatchNorm());
        if (skips) {
            List<LayerSpec> projection = List.of(convolution(width, 1, stride), new BatchNorm());
            return List.of(new Residual(branch, halves ? projection : List.of(), new Relu()));
        }
        List<LayerSpec> plain = new ArrayList<>(branch);
        plain.add(new Relu());
        return plain;
    }

    private static Convolution convolution(int channels, int kernelSize, int stride) {
        return new Convolution(channels, kernelSize, stride, kernelSize / 2, false, Initializer.HE_NORMAL);
    }
}
