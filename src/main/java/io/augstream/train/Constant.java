package io.augstream.train;

/** The full rate all the time. */
public record Constant() implements Schedule {
    @Override
    public String name() {
        return "constant";
    }

    @Override
    public double factor(double epoch, double epochs) {
        return 1;
    }
}
