package io.augstream.lab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers that span a range: steps of 1, 2 or 5 times a power of ten, from at or below the least value to at or above
 * the greatest.
 *
 * @param values ascending, at least two
 */
record Ticks(List<Double> values, double step) {
    private static final int MOST = 6;

    Ticks {
        values = List.copyOf(values);
    }

    static Ticks over(double least, double greatest) {
        double range = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
        double power = Math.pow(10, Math.floor(Math.log10(range / MOST)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10, 20}) {
            step = power * factor;
            if (Math.ceil(greatest / step) - Math.floor(least / step) <= MOST) {
                break;
            }
        }
        long from = (long) Math.floor(least / step);
        long to = Math.max(from + 1, (long) Math.ceil(greatest / step));
        List<Double> values = new ArrayList<>();
        for (long i = from; i <= to; i++) {
            values.add(i * step);
        }
        return new Ticks(values, step);
    }

    /** With as many decimals as the step takes, and a true minus sign. */
    String written(double tick) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", tick == 0 ? 0 : tick);
        return text.replace('-', '\u2212');
    }

    double first() {
        return values.get(0);
    }

    double last() {
        return values.get(values.size() - 1);
    }
}
