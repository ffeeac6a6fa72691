package io.augstream.train;

/** How the learning rate goes over a training. */
public enum Schedule {
    CONSTANT,
    /** From the full rate down to 0 along half a cosine (Loshchilov and Hutter, "SGDR", 2017, without restarts). */
    COSINE;

    /** The share of the full rate at {@code progress}, the share of the training that is done, in [0, 1]. */
    public double factor(double progress) {
        return switch (this) {
            case CONSTANT -> 1;
            case COSINE -> 0.5 * (1 + StrictMath.cos(Math.PI * progress));
        };
    }
}
