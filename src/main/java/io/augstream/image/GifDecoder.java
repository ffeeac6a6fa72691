package io.augstream.image;

import java.io.IOException;

/** The first frame of a GIF by ImageIO, laid on its screen as viewers show it: the frame may cover a part only. */
final class GifDecoder {
    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;

    private GifDecoder() {}

    static Image decode(byte[] bytes) throws IOException {
        Image frame = ImageIoDecoder.decode(bytes, "gif");
        int screenWidth = word(bytes, 6);
        int screenHeight = word(bytes, 8);
        int descriptor = frameDescriptor(bytes);
        int left = word(bytes, descriptor + 1);
        int top = word(bytes, descriptor + 3);
        boolean inside = left + frame.width() <= screenWidth && top + frame.height() <= screenHeight;
        if (!inside || frame.width() == screenWidth && frame.height() == screenHeight) {
            return frame;
        }
        ImageFiles.checkSize(screenWidth, screenHeight);
        return onTransparent(Channels.convert(frame, 4), new ImageSize(screenWidth, screenHeight), left, top);
    }

    private static Image onTransparent(Image frame, ImageSize screen, int left, int top) {
        byte[] samples = new byte[screen.width() * screen.height() * 4];
        int rowLength = frame.width() * 4;
        for (int y = 0; y < frame.height(); y++) {
            int target = ((top + y) * screen.width() + left) * 4;
            System.arraycopy(frame.samples(), y * rowLength, samples, target, rowLength);
        }
        return Image.of(screen, 4, samples);
    }

    /** Walks over the global palette and the extensions, each a chain of blocks that begin with their length. */
    private static int frameDescriptor(byte[] bytes) throws IOException {
        int flags = bytes[10] & 0xff;
        int at = HEADER + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
        while (at + 9 < bytes.length && bytes[at] == EXTENSION) {
            at += 2;
            while (at < bytes.length && bytes[at] != 0) {
                at += 1 + (bytes[at] & 0xff);
            }
            at++;
        }
        if (at + 9 >= bytes.length || bytes[at] != FRAME) {
            throw new IOException("no frame where one was expected");
        }
        return at;
    }

    /** Little-endian, 16 bits. */
    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }
}
