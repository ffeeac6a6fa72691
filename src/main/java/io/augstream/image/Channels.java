package io.augstream.image;

/** Changing the number of channels of an image. */
public final class Channels {
    private static final double FULL_SCALE = 255;

    private Channels() {}

    /** As messages tell so many: "1 channel", "3 channels". */
    public static String words(int channels) {
        return channels == 1 ? "1 channel" : channels + " channels";
    }

    /**
     * The image with {@code channels} channels; the image itself where it has them already. Gray becomes three equal
     * colours; colours become {@link Luma}, rounded; alpha added is opaque; alpha taken away is blended over black, as the
     * picture shows on a black page. The depth stays; floats are neither rounded nor clipped.
     *
     * @param channels 1, 3 or 4
     */
    public static Image convert(Image image, int channels) {
        if (image.channels() == channels) {
            return image;
        }
        if (image.depth() != Depth.EIGHT_BIT) {
            return deep(image, channels);
        }
        int pixels = image.width() * image.height();
        int from = image.channels();
        byte[] source = image.samples();
        byte[] target = new byte[Math.multiplyExact(pixels, channels)];
        for (int p = 0; p < pixels; p++) {
            int s = p * from;
            int opacity = from == 4 && channels < 4 ? source[s + 3] & 0xff : 255;
            int red = over(source[s] & 0xff, opacity);
            int green = from == 1 ? red : over(source[s + 1] & 0xff, opacity);
            int blue = from == 1 ? red : over(source[s + 2] & 0xff, opacity);
            int t = p * channels;
            if (channels == 1) {
                target[t] = (byte) Luma.rounded(red, green, blue);
                continue;
            }
            target[t] = (byte) red;
            target[t + 1] = (byte) green;
            target[t + 2] = (byte) blue;
            if (channels == 4) {
                target[t + 3] = (byte) 255;
            }
        }
        return Image.of(image.size(), channels, target);
    }

    private static Image deep(Image image, int channels) {
        int from = image.channels();
        Canvas canvas = new Canvas(image.size(), channels, image.depth());
        for (int s = 0, t = 0; s < image.length(); s += from, t += channels) {
            double share = from == 4 && channels < 4 ? image.level(s + 3) / FULL_SCALE : 1;
            double red = share * image.level(s);
            double green = from == 1 ? red : share * image.level(s + 1);
            double blue = from == 1 ? red : share * image.level(s + 2);
            if (channels == 1) {
                canvas.put(t, Luma.level(red, green, blue));
                continue;
            }
            canvas.put(t, red);
            canvas.put(t + 1, green);
            canvas.put(t + 2, blue);
            if (channels == 4) {
                canvas.put(t + 3, FULL_SCALE);
            }
        }
        return canvas.image();
    }

    private static int over(int value, int opacity) {
        return (value * opacity + 127) / 255;
    }
}
