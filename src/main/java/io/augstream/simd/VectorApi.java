package io.augstream.simd;

/** Whether loops may use {@code jdk.incubator.vector}. */
public final class VectorApi {
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
}
