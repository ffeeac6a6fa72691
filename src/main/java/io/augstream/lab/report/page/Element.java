package io.augstream.lab.report.page;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One element of HTML or SVG in the making. Names of elements and attributes are the page's own; values are escaped. */
final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final StringBuilder content = new StringBuilder();
    private boolean empty;

    private Element(String name) {
        this.name = name;
    }

    static Element of(String name) {
        return new Element(name);
    }

    /** An element of HTML that has no content and no end tag. */
    static Element empty(String name) {
        Element element = new Element(name);
        element.empty = true;
        return element;
    }

    @CanIgnoreReturnValue
    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** With at most two decimals. */
    @CanIgnoreReturnValue
    Element with(String attribute, double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return with(attribute, text.replaceFirst("\\.?0+$", ""));
    }

    @CanIgnoreReturnValue
    Element add(Html inner) {
        content.append(inner.markup());
        return this;
    }

    @CanIgnoreReturnValue
    Element add(Element inner) {
        return add(inner.html());
    }

    @CanIgnoreReturnValue
    Element add(String text) {
        return add(Html.text(text));
    }

    Html html() {
        StringBuilder markup = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> markup.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Html.text(value).markup())
                .append('"'));
        markup.append('>');
        if (!empty) {
            markup.append(content).append("</").append(name).append('>');
        }
        return new Html(markup.toString());
    }
}
