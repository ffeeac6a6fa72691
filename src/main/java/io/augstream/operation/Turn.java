package io.augstream.operation;

/**
 * An angle's cosine and sine: exactly 0 and ±1 at quarter turns, so that these move pixels without interpolation error,
 * and by {@link StrictMath} elsewhere, so that they are the same on every Java version.
 */
record Turn(double cos, double sin) {
    private static final double[] QUARTER_SINES = {0, 1, 0, -1};

    static Turn of(double degrees) {
        if (degrees % 90 == 0) {
            int quarters = Math.floorMod((int) (degrees / 90), 4);
            return new Turn(QUARTER_SINES[(quarters + 1) % 4], QUARTER_SINES[quarters]);
        }
        double radians = Math.toRadians(degrees);
        return new Turn(StrictMath.cos(radians), StrictMath.sin(radians));
    }

    double absCos() {
        return Math.abs(cos);
    }

    double absSin() {
        return Math.abs(sin);
    }
}
