package io.augstream.cli;

import io.augstream.simd.VectorApi;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;

/**
 * Brings {@code jdk.incubator.vector} into the running JVM, so that {@code java -jar augstream.jar} trains on vector kernels
 * without an option. The JDK leaves incubator modules out unless asked by {@code --add-modules}; its own way to add a module
 * later (the one that loads the agent modules) serves here, opened to us by {@code Add-Exports} in the jar's manifest. Nothing
 * is started: no child process, no second JVM. The HotSpot compilers switch their vector intrinsics on when the module is
 * defined, early or late, so the speed is the same (decision 3 has the numbers).
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /**
     * Loads the module unless it is there. Call before any class that uses it is initialised. Without effect where the JVM lacks the
     * module, was told to leave it out ({@code --limit-modules}), or does not open its module loader (the class path instead of
     * {@code -jar}): then loops are scalar, and whoever chooses them says so.
     */
    static void load() {
        if (VectorApi.isThere()) {
            return;
        }
        try {
            // Limited: a JVM that was told which modules to see is obeyed.
            Class<?> bootstrap = Class.forName("jdk.internal.module.ModuleBootstrap");
            ModuleFinder visible =
                    (ModuleFinder) bootstrap.getMethod("limitedFinder").invoke(null);
            if (visible.find(NAME).isPresent()) {
                Object unused = Class.forName("jdk.internal.module.Modules")
                        .getMethod("loadModule", String.class)
                        .invoke(null, NAME);
            }
        } catch (ReflectiveOperationException e) {
            // A JVM that does without these internals, or does not open them.
            if (e instanceof InvocationTargetException && e.getCause() instanceof Error error) {
                throw error;
            }
        }
    }
}
