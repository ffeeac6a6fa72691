package io.augstream.train.health;

/** Sums in double, over several series side by side: the order never changes, and none waits for another's additions. */
final class Sums {
    private Sums() {}

    /** ‖v‖₂ of the first {@code length} values: in double, so that no small square is lost. */
    static double norm(float[] v, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + 7 < length; i += 8) {
            a += (double) v[i] * v[i];
            b += (double) v[i + 1] * v[i + 1];
            c += (double) v[i + 2] * v[i + 2];
            d += (double) v[i + 3] * v[i + 3];
            e += (double) v[i + 4] * v[i + 4];
            f += (double) v[i + 5] * v[i + 5];
            g += (double) v[i + 6] * v[i + 6];
            h += (double) v[i + 7] * v[i + 7];
        }
        for (; i < length; i++) {
            a += (double) v[i] * v[i];
        }
        return Math.sqrt(a + b + (c + d) + (e + f + (g + h)));
    }

    static double sum(float[] v, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += v[i];
            b += v[i + 1];
            c += v[i + 2];
            d += v[i + 3];
        }
        for (; i < length; i++) {
            a += v[i];
        }
        return a + b + (c + d);
    }
}
