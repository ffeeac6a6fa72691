package io.augstream.image;

import java.io.IOException;

/** The first frame of a GIF. */
final class GifDecoder {
    private GifDecoder() {}

    static Image decode(byte[] bytes) throws IOException {
        return ImageIoDecoder.decode(bytes, "gif");
    }
}
