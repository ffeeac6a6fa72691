package io.augstream.train;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Dropout;
import io.augstream.nn.Flatten;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.LocalResponseNorm;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Relu;
import io.augstream.settings.Section;
import java.util.List;

/**
 * Networks that a pipeline file names instead of listing their layers: {@code network: resnet20}, or with settings
 * {@code network: {resnet20: {zero_gamma: true}}}.
 */
enum Preset {
    /** Two convolutions of 32 and 64 channels, each with batch norm, ReLU and pooling by 2, then 128 hidden units. */
    SMALL {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return List.of(
                    convolution(32),
                    new BatchNorm(),
                    new Relu(),
                    new MaxPool(2, 2, 0),
                    convolution(64),
                    new BatchNorm(),
                    new Relu(),
                    new MaxPool(2, 2, 0),
                    new Flatten(),
                    dense(128, true),
                    new Relu(),
                    new Dropout(0.5),
                    dense(classes, true));
        }
    },
    /** Hidden layers of 512 and 256 units, each with batch norm, ReLU and dropout. */
    MLP {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return List.of(
                    new Flatten(),
                    dense(512, false),
                    new BatchNorm(),
                    new Relu(),
                    new Dropout(0.5),
                    dense(256, false),
                    new BatchNorm(),
                    new Relu(),
                    new Dropout(0.5),
                    dense(classes, true));
        }
    },
    /** One residual block at each of the widths 16, 32 and 64; 8 layers with weights, as counted without projections. */
    RESNET8 {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return residual(1, settings).layers(classes);
        }
    },
    /** Three blocks a width. */
    RESNET20 {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return residual(3, settings).layers(classes);
        }
    },
    /** Nine blocks a width. */
    RESNET56 {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return residual(9, settings).layers(classes);
        }
    },
    /** {@link #RESNET20} without its skips. */
    PLAIN20 {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return new ResidualNetwork(3, false, false).layers(classes);
        }
    },
    /** {@link #RESNET56} without its skips. */
    PLAIN56 {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return new ResidualNetwork(9, false, false).layers(classes);
        }
    },
    /** Two 5×5 convolutions of 64 channels with local response norm and overlapping pools, 384 and 192 hidden units. */
    ALEXNET32 {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            Convolution convolution = new Convolution(64, 5, 1, 2, false, Initializer.HE_NORMAL);
            return List.of(
                    convolution,
                    new Relu(),
                    new LocalResponseNorm(5),
                    new MaxPool(3, 2, 1),
                    convolution,
                    new Relu(),
                    new LocalResponseNorm(5),
                    new MaxPool(3, 2, 1),
                    new Flatten(),
                    dense(384, true),
                    new Relu(),
                    new Dropout(0.5),
                    dense(192, true),
                    new Relu(),
                    new Dropout(0.5),
                    dense(classes, true));
        }
    },
    /** The network of Krizhevsky, Sutskever and Hinton, 2012: {@link AlexNet}. */
    ALEXNET {
        @Override
        List<LayerSpec> layers(int classes, Section settings) {
            return new AlexNet(settings.integer("groups", 1)).layers(classes);
        }
    };

    /** @param settings that the file gives the preset; each reads those it has */
    abstract List<LayerSpec> layers(int classes, Section settings);

    private static ResidualNetwork residual(int blocks, Section settings) {
        return new ResidualNetwork(blocks, true, settings.flag("zero_gamma", false));
    }

    private static Convolution convolution(int channels) {
        return new Convolution(channels, 3, 1, 1, false, Initializer.HE_NORMAL);
    }

    private static Dense dense(int units, boolean bias) {
        return new Dense(units, bias, Initializer.HE_NORMAL);
    }
}
