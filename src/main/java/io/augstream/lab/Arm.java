package io.augstream.lab;

import io.augstream.image.ImageSize;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.SettingsException;

/**
 * One way to train that the experiment compares: all arms share everything but their stages.
 *
 * @param name unique in its experiment
 * @param pipeline what happens to its training images
 */
public record Arm(String name, Pipeline pipeline) {
    /** The arm without augmentation, which all others are compared with. */
    public static final String BASELINE = "none";

    /** The arm with every stage. */
    static final String ALL = "all";

    private static final int PROBES = 16;

    /**
     * Tries some draws, so that stages which change the images' size are refused before the first training.
     *
     * @throws SettingsException if they do: the network takes one size
     */
    void requireSameSize(ImageSize size) {
        for (int probe = 0; probe < PROBES; probe++) {
            ImageSize changed = size;
            for (Draw draw : pipeline.draw(size, new DrawKey(probe, 0, "probe"))) {
                changed = draw.resultSize(changed);
                if (!changed.equals(size)) {
                    throw new SettingsException("arm '" + name + "': stage '" + draw.stage() + "' turns images of "
                            + size + " into " + changed + ", but the network takes one size");
                }
            }
        }
    }
}
