package io.augstream.lab.report;

import java.util.Locale;

/** How a p is written: three decimals, and never a bare zero. */
final class PValue {
    private static final double LEAST = 0.001;

    private PValue() {}

    /** As "= 0.020" or "&lt; 0.001". */
    static String related(double p) {
        return p < LEAST ? "< 0.001" : "= " + number(p);
    }

    /** As "0.020" or "&lt;0.001". */
    static String of(double p) {
        return p < LEAST ? "<0.001" : number(p);
    }

    private static String number(double p) {
        return String.format(Locale.ROOT, "%.3f", p);
    }
}
