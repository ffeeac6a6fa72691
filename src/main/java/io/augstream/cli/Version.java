package io.augstream.cli;

import io.augstream.nn.Kernels;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest says it, the Java that runs it, and the kernels that train on it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "augstream " + (version == null ? "(not from a jar)" : version),
            "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Kernels.describe()
        };
    }
}
