package io.augstream.pixel;

/** Chooses between scalar and vector loops, once a process. */
final class LoopChoice {
    static final boolean VECTOR = vectorModuleIsThere();
    static final NoiseLoops NOISE;
    static final FilterLoops FILTER;
    static final MirrorLoops MIRROR;
    static final ScalingLoops SCALING;

    static {
        // The vector classes must not be touched before this is known: they do not load without the module.
        if (vectorModuleIsThere()) {
            NOISE = new VectorNoise();
            FILTER = new VectorFilter();
            MIRROR = new VectorMirror();
            SCALING = new VectorScaling();
        } else {
            NOISE = new ScalarNoise();
            FILTER = new ScalarFilter();
            MIRROR = new ScalarMirror();
            SCALING = new ScalarScaling();
        }
    }

    private LoopChoice() {}

    /** Asked by class, for the command line loads the module late, and the boot layer would not list it. */
    private static boolean vectorModuleIsThere() {
        try {
            Class.forName("jdk.incubator.vector.FloatVector", false, LoopChoice.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
