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
        finiteFloat(value, "bias_init");
        if (!bias && value != 0) {
            throw new IllegalArgumentException("bias_init is set to " + value + ", but bias is false");
        }
    }

    /** Of a number that arrays hold as floats. */
    static void finiteFloat(double value, String setting) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(
                    setting + " must be a finite number, at most " + Float.MAX_VALUE + " in size, got " + value);
        }
    }

    static void finiteAndNotNegative(double value, String setting) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be a number of at least 0, got " + value);
        }
    }
}
