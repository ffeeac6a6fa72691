package io.augstream.preview;

/** Each 0..255. */
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour INK = new Colour(0x1f, 0x23, 0x28);
    static final Colour PALE_INK = new Colour(0x6e, 0x77, 0x81);
    static final Colour FRAME = new Colour(0xd0, 0xd7, 0xde);
    static final Colour CHECK = new Colour(0xe4, 0xe6, 0xe9);

    /** The one of black and white that can be read on it. */
    Colour readable() {
        return 299 * red + 587 * green + 114 * blue > 150_000 ? INK : WHITE;
    }
}
