package io.augstream.pixel;

import io.augstream.simd.VectorApi;

/** Chooses between scalar and vector loops, once a process. Pictures are the same either way. */
final class LoopChoice {
    static final WarpLoops WARP;
    static final NoiseLoops NOISE;
    static final FilterLoops FILTER;
    static final MirrorLoops MIRROR;
    static final ScalingLoops SCALING;

    static {
        // The vector classes must not be touched before this is known: they do not load without the module.
        if (VectorApi.isThereToUse()) {
            WARP = new VectorWarp();
            NOISE = new VectorNoise();
            FILTER = new VectorFilter();
            MIRROR = new VectorMirror();
            SCALING = new VectorScaling();
        } else {
            WARP = new ScalarWarp();
            NOISE = new ScalarNoise();
            FILTER = new ScalarFilter();
            MIRROR = new ScalarMirror();
            SCALING = new ScalarScaling();
        }
    }

    private LoopChoice() {}
}
