package io.augstream.pixel;

/** Whether loops may use the Vector API. Without it pictures are the same and take longer. */
final class LoopChoice {
    static final boolean VECTOR = vectorModuleIsThere();

    private LoopChoice() {}

    /** Asked by class, for the command line loads the module late, and the boot layer would not list it. */
    private static boolean vectorModuleIsThere() {
        try {
            Class.forName("jdk.incubator.vector.IntVector", false, LoopChoice.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
