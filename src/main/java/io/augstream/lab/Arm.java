package io.augstream.lab;

import io.augstream.pipeline.Pipeline;

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
}
