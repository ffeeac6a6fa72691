package io.augstream.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How a difference of losses that a file gives is written: 0.05 as "0.05 nats". */
final class Nats {
    /** Of the number: "than 0.125 nats" then fits beside the table's figures, as {@link Points} do. */
    private static final int LONGEST = 6;

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Nats() {}

    /** In 11 characters at most. */
    static String of(double nats) {
        BigDecimal rounded = BigDecimal.valueOf(nats).round(THREE_DIGITS).stripTrailingZeros();
        if (rounded.compareTo(BigDecimal.ONE) == 0) {
            return "1 nat";
        }
        String plain = rounded.toPlainString();
        return (plain.length() <= LONGEST ? plain : String.format(Locale.ROOT, "%.0e", nats)) + " nats";
    }
}
