package io.augstream.train;

import io.augstream.random.CounterRandom;

/**
 * A box of one image pasted over another, in the same place (Yun and others, "CutMix: regularization strategy to train strong
 * classifiers with localizable features", 2019, section 3.1). An image's share is the part of the frame that the box leaves it.
 *
 * @param alpha above 0
 */
record CutMix(double alpha) implements PairMixing {
    @Override
    public float mix(Frames images, int own, int other, float[] mixtures, CounterRandom random) {
        int width = images.width();
        CutBox box = CutBox.draw(alpha, width, images.height(), random);
        int values = images.values();
        System.arraycopy(images.pixels(), own * values, mixtures, own * values, values);
        for (int y = box.top(); y < box.bottom(); y++) {
            int from = (y * width + box.left()) * images.channels();
            int length = (box.right() - box.left()) * images.channels();
            System.arraycopy(images.pixels(), other * values + from, mixtures, own * values + from, length);
        }
        return (float) (1 - (double) box.area() / (width * images.height()));
    }
}
