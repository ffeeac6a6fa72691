package io.augstream.image;

/** Pictures written as text: one line a row, one character a pixel. */
public final class DrawnPictures {
    private DrawnPictures() {}

    /** A gray image from digits: 0 is black, 9 is white, each step 28 levels (9 gives 252). */
    public static Image gray(String... rows) {
        byte[] samples = new byte[rows.length * rows[0].length()];
        int i = 0;
        for (String row : rows) {
            for (char digit : row.toCharArray()) {
                samples[i++] = (byte) ((digit - '0') * 28);
            }
        }
        return Image.of(new ImageSize(rows[0].length(), rows.length), 1, samples);
    }

    /** What {@link #gray} would have been given. */
    public static String[] rows(Image image) {
        String[] rows = new String[image.height()];
        for (int y = 0; y < rows.length; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < image.width(); x++) {
                row.append((image.sample(x, y, 0) + 14) / 28);
            }
            rows[y] = row.toString();
        }
        return rows;
    }

    /** One pixel. */
    public static Image pixel(int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return Image.of(ImageSize.square(1), samples.length, bytes);
    }

    /** An image of one colour. */
    public static Image filled(int width, int height, int... colour) {
        byte[] samples = new byte[width * height * colour.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) colour[i % colour.length];
        }
        return Image.of(new ImageSize(width, height), colour.length, samples);
    }

    /** All samples, 0..255. */
    public static int[] samples(Image image) {
        int[] samples = new int[image.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = image.samples()[i] & 0xff;
        }
        return samples;
    }
}
