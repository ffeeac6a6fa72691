package io.augstream.lab.report.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** uPlot, which draws the curves, as its WebJar brings it. */
final class UPlot {
    private static final String PROPERTIES = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private UPlot() {}

    /** With its licence, which asks to go along with every copy. */
    static String script() {
        return "/*\n" + file("LICENSE") + "*/\n" + file("dist/uPlot.iife.min.js");
    }

    static String style() {
        return file("dist/uPlot.min.css");
    }

    private static String file(String name) {
        return Resource.at("/META-INF/resources/webjars/uplot/" + version() + "/" + name);
    }

    private static String version() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resource.at(PROPERTIES)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + PROPERTIES, e);
        }
        return String.valueOf(properties.getProperty("version"));
    }
}
