package io.augstream.nn;

/**
 * Where the operands or the results of a {@link Transform} lie: line i of repetition t begins at
 * {@code offset + i * step + t * hop}.
 */
public record Lines(float[] values, int offset, int step, int hop) {
    int at(int line, int repetition) {
        return offset + line * step + repetition * hop;
    }
}
