package io.augstream.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JPEG by ImageIO, with two kinds of picture refused that its plug-ins would hand over: those whose data ends early or is
 * damaged, since the lost part comes out as flat gray, and lossless ones, which one plug-in decodes wrongly without an
 * error and the others refuse.
 */
final class JpegDecoder {
    private JpegDecoder() {}

    static Image decode(byte[] bytes) throws IOException {
        if (isLossless(bytes)) {
            throw new IOException("lossless JPEG is not supported");
        }
        List<String> warnings = new ArrayList<>();
        Image stored = ImageIoDecoder.decode(bytes, "jpeg", warnings::add);
        for (String warning : warnings) {
            if (warning.contains("premature end of data") || warning.contains("bad Huffman code")) {
                throw new IOException(warning);
            }
        }
        return Orientation.upright(stored, Orientation.ofJpeg(bytes));
    }

    /** Whether the frame header, found by walking over the segments before it, is of a lossless process. */
    private static boolean isLossless(byte[] bytes) {
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if (bytes[at] != (byte) 0xff || marker == 0 || marker == 0xff) {
                at++;
            } else if (marker == 0xda || marker == 0xd9) {
                return false;
            } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return (marker & 3) == 3;
            } else {
                int length = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
                at += 2 + Math.max(2, length);
            }
        }
        return false;
    }
}
