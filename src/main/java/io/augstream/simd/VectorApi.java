package io.augstream.simd;

/** Whether loops may use {@code jdk.incubator.vector}. */
public final class VectorApi {
    /** What is said of loops that do without, in the log and in reports. */
    public static final String HINT = "several times faster with --add-modules jdk.incubator.vector";

    private VectorApi() {}

    /** Asked by class, for the command line loads the module late, and the boot layer would not list it. */
    public static boolean isThere() {
        try {
            Class.forName("jdk.incubator.vector.FloatVector", false, VectorApi.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * As {@link #isThere}, for whoever chooses loops by it. Where it is not there a warning in the log says so: one a process, as
     * pixels and networks choose each by themselves. Without a logger of the user's own, Java writes it to standard error.
     */
    public static boolean isThereToUse() {
        return Choice.VECTORS;
    }

    private static boolean soughtAndTold() {
        boolean there = isThere();
        if (!there) {
            System.getLogger(VectorApi.class.getName()).log(System.Logger.Level.WARNING, "scalar kernels: " + HINT);
        }
        return there;
    }

    private static final class Choice {
        static final boolean VECTORS = soughtAndTold();

        private Choice() {}
    }
}
