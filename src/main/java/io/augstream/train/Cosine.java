package io.augstream.train;

/**
 * From the full rate down to 0 along half a cosine: ½·(1 + cos(π·epoch / epochs)) (Loshchilov and Hutter, "SGDR:
 * Stochastic Gradient Descent with Warm Restarts", 2017, without restarts).
 */
public record Cosine() implements Schedule {
    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public double factor(double epoch, double epochs) {
        return 0.5 * (1 + StrictMath.cos(Math.PI * epoch / epochs));
    }
}
