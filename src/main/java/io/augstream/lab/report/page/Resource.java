package io.augstream.lab.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts on the class path. */
final class Resource {
    private Resource() {}

    /** A file of this package. */
    static String beside(String name) {
        return at("/" + Resource.class.getPackageName().replace('.', '/') + "/" + name);
    }

    /** @throws IllegalStateException if it is not there: the build is at fault */
    static String at(String path) {
        try (InputStream stream = Resource.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            // Browsers hash a script after they have made every line end a line feed.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
