package io.augstream.lab.report.page;

import io.augstream.settings.Json;

/** JSON for a script element that browsers do not run. */
final class EmbeddedJson {
    private EmbeddedJson() {}

    /** Without any character that could end the element or begin a comment; inside JSON's texts the escapes mean the same. */
    static Html of(Object value) {
        return new Html(Json.line(value)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }
}
