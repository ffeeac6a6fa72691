package io.augstream.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * PGM and PPM whose greatest value is above 255, which commons-imaging cuts to 8 bits: two bytes a sample, the high one first, or
 * text. Scaled to 0..65535, rounded.
 */
final class DeepPnm {
    private static final int MOST = 65_535;

    private final byte[] bytes;
    private final boolean text;
    private final int greatest;
    private int at;

    private DeepPnm(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.text = bytes[1] == '2' || bytes[1] == '3';
        this.greatest = greatest(bytes);
        // One blank parts header and samples.
        this.at = PnmDecoder.after(4, bytes) + 1;
    }

    /** Of a file that is no bitmap. */
    static boolean isDeep(byte[] bytes) throws IOException {
        return bytes[1] != '4' && greatest(bytes) > 255;
    }

    static Image decode(byte[] bytes, ImageSize size) throws IOException {
        DeepPnm file = new DeepPnm(bytes);
        int channels = bytes[1] == '3' || bytes[1] == '6' ? 3 : 1;
        Canvas canvas = new Canvas(size, channels, Depth.SIXTEEN_BIT);
        int length = size.width() * size.height() * channels;
        for (int i = 0; i < length; i++) {
            int value = file.text ? file.word() : file.pair();
            if (value > file.greatest) {
                throw new IOException(
                        "sample " + i + " is " + value + ", more than its greatest value, " + file.greatest);
            }
            canvas.store(i, (int) (((long) value * MOST + file.greatest / 2) / file.greatest));
        }
        return canvas.image();
    }

    private static int greatest(byte[] bytes) throws IOException {
        int end = PnmDecoder.after(4, bytes);
        int start = end;
        while (start > 0 && bytes[start - 1] > ' ') {
            start--;
        }
        return number(bytes, start, end);
    }

    private int pair() throws IOException {
        if (at + 2 > bytes.length) {
            throw new EOFException("the file ends before its last sample");
        }
        at += 2;
        return (bytes[at - 2] & 0xff) << 8 | bytes[at - 1] & 0xff;
    }

    private int word() throws IOException {
        while (at < bytes.length && bytes[at] <= ' ') {
            at++;
        }
        int start = at;
        while (at < bytes.length && bytes[at] > ' ') {
            at++;
        }
        if (start == at) {
            throw new EOFException("the file ends before its last sample");
        }
        return number(bytes, start, at);
    }

    private static int number(byte[] bytes, int from, int to) throws IOException {
        String word = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (!word.matches("[0-9]{1,9}")) {
            throw new IOException("found '" + word + "' where a number was expected");
        }
        return Integer.parseInt(word);
    }
}
