package io.augstream.image;

/** Changing the number of channels of an image. */
public final class Channels {
    private Channels() {}

    /**
     * The image with {@code channels} channels; the image itself where it has them already. Gray becomes three equal
     * colours; colours become {@link Luma}, rounded; alpha added is opaque; alpha taken away is blended over black, as the
     * picture shows on a black page.
     *
     * @param channels 1, 3 or 4
     */
    public static Image convert(Image image, int channels) {
        if (image.channels() == channels) {
            return image;
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

    private static int over(int value, int opacity) {
        return (value * opacity + 127) / 255;
    }
}
