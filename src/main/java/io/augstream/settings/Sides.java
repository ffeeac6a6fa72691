package io.augstream.settings;

/**
 * A width and a height in pixels, as every section that takes a size writes them.
 *
 * @param width in [1, 65535], as in an image file
 * @param height likewise
 */
public record Sides(int width, int height) {
    private static final int LONGEST = 65_535;

    public Sides {
        if (Math.min(width, height) < 1 || Math.max(width, height) > LONGEST) {
            throw new IllegalArgumentException(
                    "each side must lie in [1, " + LONGEST + "], got " + width + " x " + height);
        }
    }

    /**
     * {@code {width: 48, height: 32}}, or one number for a square.
     *
     * @throws SettingsException if it is neither, or a side is out of range
     */
    public static Sides of(Value value) {
        if (value.isMapping()) {
            return value.section()
                    .build(s -> checked(
                            value, s.get("width").integer(), s.get("height").integer()));
        }
        return checked(value, value.integer(), value.integer());
    }

    private static Sides checked(Value value, int width, int height) {
        try {
            return new Sides(width, height);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }
}
