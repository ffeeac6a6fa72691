package io.augstream.cli;

import java.lang.reflect.Method;

/**
 * Keeps the JVM's four lines about {@code sun.misc.Unsafe} off the terminal. Since Java 24 the first use of its memory access is
 * reported on standard error; Akka 2.6 uses it and will not be released again, so the reader of the lines could do nothing about
 * them. Ticks the JDK's own "has been said" flag. Does nothing where the user asked for more
 * ({@code --sun-misc-unsafe-memory-access=debug} or {@code deny}), and nothing before Java 24.
 */
final class UnsafeWarning {
    private UnsafeWarning() {}

    static void silence() {
        if (Runtime.version().feature() < 24) {
            return;
        }
        try {
            Method said = Class.forName("sun.misc.Unsafe").getDeclaredMethod("trySetMemoryAccessWarned");
            said.setAccessible(true);
            said.invoke(null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another JDK keeps its flag elsewhere: the lines are a blemish, not a failure.
            System.getLogger(UnsafeWarning.class.getName())
                    .log(System.Logger.Level.DEBUG, "Unsafe warning stays on", e);
        }
    }
}
