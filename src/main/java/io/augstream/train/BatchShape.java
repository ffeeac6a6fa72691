package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;

/** Whether images, and their soft targets, fit a network. */
final class BatchShape {
    private BatchShape() {}

    static void check(Batch batch, Network network) {
        Shape images = new Shape(batch.height(), batch.width(), batch.channels());
        if (!images.equals(network.input())) {
            throw new IllegalArgumentException(
                    "the network takes images of " + network.input() + ", the batch holds images of " + images);
        }
        batch.targets().ifPresent(targets -> {
            int classes = network.output().size();
            if (targets.length != (long) batch.size() * classes) {
                throw new IllegalArgumentException(batch.size() + " images need " + classes
                        + " soft targets each, as many as the network has outputs; the batch holds " + targets.length
                        + " in all");
            }
        });
    }
}
