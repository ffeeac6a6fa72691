package io.augstream.train;

/**
 * Up along half a cosine from {@code start} to 1, then down along half a cosine to {@code end} (Smith and Topin,
 * "Super-Convergence", 2018, with the shape and the defaults of PyTorch's {@code OneCycleLR}). The momentum stays as it
 * is.
 *
 * @param rise share of the training spent on the way up, in (0, 1)
 * @param start share of the full rate at the beginning, in [0, 1]
 * @param end share of the full rate at the end, in [0, 1]
 */
public record OneCycle(double rise, double start, double end) implements Schedule {
    public OneCycle {
        if (!(rise > 0 && rise < 1)) {
            throw new IllegalArgumentException("rise must lie in (0, 1), got " + rise);
        }
        share("start", start);
        share("end", end);
    }

    @Override
    public String name() {
        return "one_cycle";
    }

    @Override
    public double factor(double epoch, double epochs) {
        double done = epoch / epochs;
        return done < rise ? between(start, 1, done / rise) : between(1, end, (done - rise) / (1 - rise));
    }

    private static double between(double from, double to, double done) {
        return to + (from - to) * 0.5 * (1 + StrictMath.cos(Math.PI * done));
    }

    private static void share(String setting, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(setting + " must lie in [0, 1], got " + value);
        }
    }
}
