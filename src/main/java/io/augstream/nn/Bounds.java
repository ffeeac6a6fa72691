package io.augstream.nn;

/** Bounds on a layer's settings; the messages begin with the setting's name in a pipeline file. */
final class Bounds {
    private Bounds() {}

    static void atLeast(int least, int value, String setting) {
        if (value < least) {
            throw new IllegalArgumentException(setting + " must be at least " + least + ", got " + value);
        }
    }

    static void biasInit(double value, boolean bias) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("bias_init must be a finite number, got " + value);
        }
        if (!bias && value != 0) {
            throw new IllegalArgumentException("bias_init is set to " + value + ", but bias is false");
        }
    }

    static void finiteAndNotNegative(double value, String setting) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be a number of at least 0, got " + value);
        }
    }
}
