package io.augstream.preview;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;

/** Something to paint on, in colours without alpha. What lies outside is cut off. Not for several threads. */
final class Paper {
    private static final int CHECK_SIDE = 8;

    private final ImageSize size;
    private final byte[] samples;

    Paper(ImageSize size, Colour ground) {
        this.size = size;
        samples = new byte[Math.multiplyExact(Math.multiplyExact(size.width(), size.height()), 3)];
        fill(0, 0, size.width(), size.height(), ground);
    }

    /** The picture itself, its own size, on a checkered ground where it is transparent. */
    static Paper of(Image picture) {
        Paper paper = new Paper(picture.size(), Colour.WHITE);
        int channels = picture.channels();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                boolean odd = (x / CHECK_SIDE + y / CHECK_SIDE) % 2 == 1;
                Colour colour = new Colour(
                        picture.sample(x, y, 0),
                        picture.sample(x, y, channels == 1 ? 0 : 1),
                        picture.sample(x, y, channels == 1 ? 0 : 2));
                paper.set(x, y, odd ? Colour.CHECK : Colour.WHITE);
                paper.blend(x, y, colour, channels == 4 ? picture.sample(x, y, 3) : 255);
            }
        }
        return paper;
    }

    ImageSize size() {
        return size;
    }

    Image image() {
        return Image.of(size, 3, samples.clone());
    }

    void fill(int left, int top, int width, int height, Colour colour) {
        for (int y = Math.max(0, top); y < Math.min(size.height(), top + height); y++) {
            for (int x = Math.max(0, left); x < Math.min(size.width(), left + width); x++) {
                set(x, y, colour);
            }
        }
    }

    /** The rim of a rectangle, {@code line} pixels wide, within it. */
    void frame(int left, int top, int width, int height, int line, Colour colour) {
        fill(left, top, width, line, colour);
        fill(left, top + height - line, width, line, colour);
        fill(left, top, line, height, colour);
        fill(left + width - line, top, line, height, colour);
    }

    void disc(double centreX, double centreY, double radius, Colour colour) {
        for (int y = (int) Math.floor(centreY - radius); y <= centreY + radius; y++) {
            for (int x = (int) Math.floor(centreX - radius); x <= centreX + radius; x++) {
                double dx = x - centreX;
                double dy = y - centreY;
                if (dx * dx + dy * dy <= radius * radius) {
                    fill(x, y, 1, 1, colour);
                }
            }
        }
    }

    void paint(int left, int top, Paper other) {
        int row = 3 * other.size.width();
        for (int y = 0; y < other.size.height(); y++) {
            System.arraycopy(other.samples, y * row, samples, 3 * ((top + y) * size.width() + left), row);
        }
    }

    /** @param opacity 0..255 */
    void blend(int x, int y, Colour colour, int opacity) {
        int at = 3 * (y * size.width() + x);
        samples[at] = mix(samples[at], colour.red(), opacity);
        samples[at + 1] = mix(samples[at + 1], colour.green(), opacity);
        samples[at + 2] = mix(samples[at + 2], colour.blue(), opacity);
    }

    private void set(int x, int y, Colour colour) {
        int at = 3 * (y * size.width() + x);
        samples[at] = (byte) colour.red();
        samples[at + 1] = (byte) colour.green();
        samples[at + 2] = (byte) colour.blue();
    }

    private static byte mix(byte below, int above, int opacity) {
        return (byte) (((below & 0xff) * (255 - opacity) + above * opacity + 127) / 255);
    }
}
