package io.augstream.lab.report.page;

import java.util.Locale;

/** How tables write a p, here and for a terminal. */
public final class PValue {
    private static final double SMALLEST = 0.001;

    private PValue() {}

    /** {@code p = 0.023}, or {@code p < 0.001}: never 0, which no test can show. */
    public static String of(double p) {
        return p < SMALLEST ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}
