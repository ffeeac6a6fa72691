package io.augstream.dataset;

import java.util.Locale;
import java.util.Set;

/**
 * File names of images. Formats that cannot be decoded are among them, so that such a file is reported rather than
 * overlooked.
 */
final class ImageNames {
    private static final Set<String> ENDINGS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "dib", "pnm", "pbm", "pgm", "ppm", "tif", "tiff", "webp",
            "avif", "heic", "heif", "jp2", "jxl");

    private ImageNames() {}

    /** @param ending what follows the last dot, in any case */
    static boolean isEnding(String ending) {
        return ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
    }

    static boolean isImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && isEnding(name.substring(dot + 1));
    }
}
