package io.augstream.lab.report.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of the page as a file beside this class, with slots such as {@code {{rows}}}. */
final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static Template named(String name) {
        return new Template(name, Resource.beside(name));
    }

    /** @param slots all that the template has, and may be more */
    Html fill(Map<String, Html> slots) {
        return new Html(SLOT.matcher(text).replaceAll(slot -> {
            Html value = slots.get(slot.group(1));
            if (value == null) {
                throw new IllegalStateException(name + ": nothing fills " + slot.group());
            }
            return Matcher.quoteReplacement(value.markup());
        }));
    }
}
