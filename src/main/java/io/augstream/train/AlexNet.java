package io.augstream.train;

import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Flatten;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.LocalResponseNorm;
import io.augstream.nn.MaxPool;
import io.augstream.nn.NormalWeights;
import io.augstream.nn.Relu;
import java.util.List;

/**
 * The network of Krizhevsky, Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks",
 * 2012, section 3.5, for colour pictures of 227×227 (the paper says 224, which its own sizes do not fit): weights normal
 * with σ 0.01, biases of 1 in convolutions 2, 4 and 5 and in the hidden dense layers, 0 elsewhere (section 5). The paper
 * trains it with momentum 0.9 and weight decay 5e-4. At 1000 classes it has 62,378,344 parameters, 60,965,224 in two
 * groups.
 *
 * @param groups of convolutions 2, 4 and 5: 2 in the paper, which had two GPUs, 1 where every channel sees all
 */
record AlexNet(int groups) {
    private static final NormalWeights WEIGHTS = new NormalWeights(0.01);

    /** The paper's constants, and its α: not divided by the size. */
    private static final LocalResponseNorm RESPONSE_NORM = new LocalResponseNorm(5, 1e-4, 0.75, 2, false);

    private static final MaxPool POOL = new MaxPool(3, 2, 0);

    List<LayerSpec> layers(int classes) {
        return List.of(
                new Convolution(96, 11, 4, 0, 1, true, WEIGHTS, 0),
                new Relu(),
                RESPONSE_NORM,
                POOL,
                new Convolution(256, 5, 1, 2, groups, true, WEIGHTS, 1),
                new Relu(),
                RESPONSE_NORM,
                POOL,
                new Convolution(384, 3, 1, 1, 1, true, WEIGHTS, 0),
                new Relu(),
                new Convolution(384, 3, 1, 1, groups, true, WEIGHTS, 1),
                new Relu(),
                new Convolution(256, 3, 1, 1, groups, true, WEIGHTS, 1),
                new Relu(),
                POOL,
                new Flatten(),
                new Dense(4096, true, WEIGHTS, 1),
                new Relu(),
                new Dropout(0.5),
                new Dense(4096, true, WEIGHTS, 1),
                new Relu(),
                new Dropout(0.5),
                new Dense(classes, true, WEIGHTS, 0));
    }
}
