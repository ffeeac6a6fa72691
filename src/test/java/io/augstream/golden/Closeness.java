package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The error of a tensor: max|a − b| / max|b|, b being the reference. */
final class Closeness {
    private Closeness() {}

    /** @param actual may be longer than {@code expected}, as the network's own arrays are */
    static void assertClose(String what, float[] expected, float[] actual, double tolerance) {
        assertTrue(actual.length >= expected.length, () -> what + " is too short");
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double distance = Math.abs((double) actual[i] - expected[i]);
            difference = distance <= difference ? difference : distance;
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        double error = difference == 0 ? 0 : difference / largest;
        assertTrue(error <= tolerance, () -> what + " is off by " + error + ", allowed " + tolerance);
    }
}
