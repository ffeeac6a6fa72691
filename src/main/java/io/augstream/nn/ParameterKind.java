package io.augstream.nn;

/** What a parameter is; weight decay may leave kinds out. */
public enum ParameterKind {
    WEIGHT,
    BIAS,
    /** Scale and shift of a normalisation. */
    NORM
}
