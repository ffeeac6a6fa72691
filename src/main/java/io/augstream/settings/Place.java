package io.augstream.settings;

/**
 * Where a value was written.
 *
 * @param source a file, or the option that overrode it
 * @param line from 1; 0 where the source has no lines
 */
record Place(String source, int line) {
    @Override
    public String toString() {
        return line == 0 ? source : source + ", line " + line;
    }
}
