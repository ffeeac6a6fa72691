package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The images of one IDX file, held as the file's own bytes: a big-endian header (0, 0, type 8 = unsigned byte, number of
 * dimensions, then each dimension as 32 bits), then the values, image by image, row by row.
 *
 * @param bytes the file with its header
 */
record IdxImages(byte[] bytes, int count, ImageSize size) {
    private static final int IMAGES_MAGIC = 0x803;
    private static final int LABELS_MAGIC = 0x801;
    private static final int HEADER = 16;

    static IdxImages read(Path file) {
        byte[] bytes = DataFiles.read(file);
        int[] sizes = dimensions(file, bytes, IMAGES_MAGIC, "an IDX file of gray images");
        if (sizes[1] < 1 || sizes[2] < 1) {
            throw new DataException(
                    file + ": its images are " + sizes[2] + "x" + sizes[1] + ", at least 1x1 was expected");
        }
        return new IdxImages(bytes, sizes[0], new ImageSize(sizes[2], sizes[1]));
    }

    static byte[] readLabels(Path file) {
        byte[] bytes = DataFiles.read(file);
        int count = dimensions(file, bytes, LABELS_MAGIC, "an IDX file of labels")[0];
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }

    ImageSource source(int index) {
        int length = size.width() * size.height();
        int start = HEADER + index * length;
        return () -> Image.of(size, 1, Arrays.copyOfRange(bytes, start, start + length));
    }

    /** Checks the magic number and that the file is as long as its header says. */
    private static int[] dimensions(Path file, byte[] bytes, int magic, String what) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int[] sizes = new int[magic & 0xff];
        if (bytes.length < 4 + 4 * sizes.length) {
            throw new DataException(
                    file + ": truncated: " + bytes.length + " bytes are less than the header of " + what);
        }
        int found = header.getInt();
        if (found != magic) {
            throw new DataException(
                    String.format("%s: not %s: its magic number is 0x%08x, expected 0x%08x", file, what, found, magic));
        }
        long expected = 1;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = header.getInt();
            // A dimension above 2³¹ shows as negative; the product of three could overflow a long.
            expected = sizes[i] < 0 || expected > Integer.MAX_VALUE ? Long.MAX_VALUE : expected * sizes[i];
        }
        if (header.remaining() != expected) {
            throw new DataException(file + ": " + (header.remaining() < expected ? "truncated" : "too long") + ": "
                    + header.remaining() + " bytes of data, but its header says " + describe(sizes));
        }
        return sizes;
    }

    private static String describe(int[] sizes) {
        return String.join(
                " x ", Arrays.stream(sizes).mapToObj(Integer::toUnsignedString).toList());
    }
}
