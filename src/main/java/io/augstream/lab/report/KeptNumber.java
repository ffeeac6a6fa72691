package io.augstream.lab.report;

import io.augstream.settings.Value;
import org.jspecify.annotations.Nullable;

/** A number that may be NaN, for which JSON has no word: it is null there. */
final class KeptNumber {
    private KeptNumber() {}

    static @Nullable Double written(double value) {
        return Double.isNaN(value) ? null : value;
    }

    static double read(Value value) {
        return value.isNothing() ? Double.NaN : value.number();
    }
}
