package io.augstream.pixel;

/**
 * A picture to read: unsigned bytes row by row, pixel by pixel, channel by channel.
 *
 * @param channels 1, 3 or 4
 */
public record Raster(byte[] samples, int width, int height, int channels) {
    public Raster {
        if (samples.length != (long) width * height * channels) {
            throw new IllegalArgumentException(
                    samples.length + " samples are no " + width + " x " + height + " pixels of " + channels);
        }
    }

    int rowLength() {
        return width * channels;
    }

    /** The samples of the pixel that begins at {@code offset}, the first in the lowest byte; for 3 and 4 channels. */
    int packed(int offset) {
        if (channels == 4) {
            return ByteWords.intAt(samples, offset);
        }
        // One byte early and not one late: of the last pixel too, four bytes lie within the array.
        return offset == 0
                ? samples[0] & 0xff | (samples[1] & 0xff) << 8 | (samples[2] & 0xff) << 16
                : ByteWords.intAt(samples, offset - 1) >>> 8;
    }
}
