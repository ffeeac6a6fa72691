package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.nn.Network;

/** The views of an image over which a trained network's outputs are averaged. */
public enum TestTimeAugmentation {
    /** The image as it is. */
    NONE {
        @Override
        public float[] outputs(Network network, Batch batch) {
            return network.evaluate(batch.pixels(), batch.size());
        }
    },

    /**
     * The image and its mirror image, left and right exchanged. The mean is taken before the softmax, so that it serves any
     * loss; Krizhevsky, Sutskever and Hinton (2012), section 4.1, average after it, over ten views.
     */
    MIRROR {
        @Override
        public float[] outputs(Network network, Batch batch) {
            float[] mean = network.evaluate(batch.pixels(), batch.size()).clone();
            float[] mirrored = network.evaluate(mirrored(batch), batch.size());
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (mean[i] + mirrored[i]) / 2;
            }
            return mean;
        }
    };

    /**
     * What the network says in evaluation mode.
     *
     * @return as many numbers an image as the network has outputs; valid until the network is used again
     */
    public abstract float[] outputs(Network network, Batch batch);

    private static float[] mirrored(Batch batch) {
        int width = batch.width();
        int channels = batch.channels();
        float[] pixels = batch.pixels();
        float[] mirrored = new float[pixels.length];
        for (int row = 0; row < pixels.length; row += width * channels) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(pixels, row + x * channels, mirrored, row + (width - 1 - x) * channels, channels);
            }
        }
        return mirrored;
    }
}
