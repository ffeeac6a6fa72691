package io.augstream.operation;

/** The direction along which a mirror swaps pixels. */
public enum Axis {
    /** Left and right change places. */
    HORIZONTAL,
    /** Top and bottom change places. */
    VERTICAL
}
