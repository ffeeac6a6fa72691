package io.augstream.operation;

import java.util.function.IntToDoubleFunction;

/** A new level for each of the 256 levels of each colour; alpha keeps its own. Unchanging. */
public final class LevelTable implements PixelChange {
    static final int LEVELS = 256;

    private final int channels;

    /** One of {@link #LEVELS} a colour, so one or three. */
    private final byte[][] colours;

    private LevelTable(int channels, byte[][] colours) {
        this.channels = channels;
        this.colours = colours;
    }

    /** @param channels 1, 3 or 4 */
    static LevelTable unchanged(int channels) {
        byte[] same = new byte[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            same[level] = (byte) level;
        }
        return new LevelTable(channels, channels == 1 ? new byte[][] {same} : new byte[][] {same, same, same});
    }

    /** What this table does, and then {@code next} to every colour, rounded and clipped. */
    LevelTable then(IntToDoubleFunction next) {
        byte[] table = table(next);
        byte[][] tables = new byte[colours.length][];
        java.util.Arrays.fill(tables, table);
        return then(tables);
    }

    /** What this table does, and then {@code next}, a table a colour. */
    LevelTable then(byte[][] next) {
        byte[][] both = new byte[colours.length][LEVELS];
        for (int colour = 0; colour < both.length; colour++) {
            for (int level = 0; level < LEVELS; level++) {
                both[colour][level] = next[colour][colours[colour][level] & 0xff];
            }
        }
        return new LevelTable(channels, both);
    }

    /** @param next gives any real number, to be rounded and clipped */
    static byte[] table(IntToDoubleFunction next) {
        byte[] table = new byte[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            table[level] = Levels.toByte(next.applyAsDouble(level));
        }
        return table;
    }

    /** The new level, 0..255. */
    int level(int colour, int level) {
        return colours[colour][level] & 0xff;
    }

    @Override
    public void change(byte[] samples, int offset, int pixels) {
        int end = offset + pixels * channels;
        for (int colour = 0; colour < colours.length; colour++) {
            byte[] table = colours[colour];
            for (int i = offset + colour; i < end; i += channels) {
                samples[i] = table[samples[i] & 0xff];
            }
        }
    }
}
