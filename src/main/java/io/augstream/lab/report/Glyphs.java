package io.augstream.lab.report;

import java.nio.charset.Charset;

/**
 * The characters of the table that are not ASCII, or what stands in for them.
 *
 * @param plusMinus before a half-width; with the blank before it two columns wide in either form
 */
record Glyphs(String plusMinus, String rule) {
    private static final Glyphs UNICODE = new Glyphs(" ±", "─");
    private static final Glyphs ASCII = new Glyphs("+-", "-");

    static Glyphs of(Charset charset) {
        boolean able = charset.canEncode() && charset.newEncoder().canEncode(UNICODE.plusMinus + UNICODE.rule);
        return able ? UNICODE : ASCII;
    }
}
