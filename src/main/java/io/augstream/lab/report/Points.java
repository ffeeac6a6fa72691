package io.augstream.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** How a share that a file gives is written in percentage points: 0.005 as "0.5 points". */
public final class Points {
    /** Of the number: "than 0.25 points" then fits beside the table's figures. */
    private static final int LONGEST = 4;

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Points() {}

    /** In 11 characters at most. */
    public static String of(double share) {
        BigDecimal points =
                BigDecimal.valueOf(share).movePointRight(2).round(THREE_DIGITS).stripTrailingZeros();
        if (points.compareTo(BigDecimal.ONE) == 0) {
            return "1 point";
        }
        String plain = points.toPlainString();
        return plain.length() <= LONGEST ? plain + " points" : points.toString() + " pt";
    }
}
