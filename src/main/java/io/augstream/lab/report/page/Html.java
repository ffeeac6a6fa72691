package io.augstream.lab.report.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Markup that is safe to stand in the page: made of the page's own templates and elements, and of texts that went through
 * {@link #text}. Whatever takes an {@code Html} needs not escape, and a plain String cannot get past it.
 *
 * @param markup complete elements and escaped text
 */
record Html(String markup) {
    static final Html NONE = new Html("");

    /** Any text, escaped for element content and for quoted attributes. */
    static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(escaped, c));
        return new Html(escaped.toString());
    }

    /**
     * A name that somebody else chose: in a direction of its own, so that it cannot turn its surroundings around. A
     * narrow screen breaks it behind an underscore first.
     */
    static Html name(String name) {
        return Element.of("bdi")
                .add(new Html(text(name).markup.replace("_", "_<wbr>")))
                .html();
    }

    /** Texts that may hold names; those that are empty are left out. */
    static Html paragraphs(List<String> texts) {
        return join(texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> Element.of("p").add(name(text)).html())
                .toList());
    }

    static Html join(List<Html> parts) {
        return join(parts, "");
    }

    /** @param between plain text */
    static Html join(List<Html> parts, String between) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining(text(between).markup)));
    }

    Html plus(Html more) {
        return new Html(markup + more.markup);
    }

    boolean isNone() {
        return markup.isEmpty();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\t' -> escaped.appendCodePoint(c);
            default -> {
                if (isUnseen(c)) {
                    escaped.append(String.format("\\u%04x", c));
                } else {
                    escaped.appendCodePoint(c);
                }
            }
        }
    }

    /** Control characters, halves of surrogate pairs, and marks that reorder what follows: shown by their numbers. */
    private static boolean isUnseen(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
