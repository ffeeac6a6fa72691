package io.augstream.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Image formats, told apart by the first bytes of a file and never by its name. */
enum FileFormat {
    JPEG("JPEG", true, "\u00ff\u00d8\u00ff"),
    PNG("PNG", true, "\u0089PNG\r\n\u001a\n"),
    GIF("GIF", true, "GIF87a", "GIF89a"),
    BMP("BMP", true, "BM"),
    PNM("PNM", true, "P1", "P2", "P3", "P4", "P5", "P6"),
    TIFF("TIFF", true, "II*\0", "MM\0*"),
    BIG_TIFF("BigTIFF", false, "II+\0", "MM\0+"),
    WEBP("WebP", false, "RIFF????WEBP"),
    HEIF("HEIF or AVIF", false, "????ftyphei", "????ftypmif1", "????ftypavi"),
    JPEG_2000("JPEG 2000", false, "\0\0\0\u000cjP  ", "\u00ff\u004f\u00ff\u0051"),
    JPEG_XL("JPEG XL", false, "\u00ff\n", "\0\0\0\u000cJXL "),
    ICO("ICO", false, "\0\0\1\0", "\0\0\2\0"),
    PSD("PSD", false, "8BPS"),
    PAM("PAM", false, "P7\n"),
    DDS("DDS", false, "DDS "),
    QOI("QOI", false, "qoif");

    /** As people write it. */
    final String title;

    final boolean supported;

    /** Beginnings in Latin-1, one byte a character; a question mark stands for any byte. */
    private final String[] beginnings;

    FileFormat(String title, boolean supported, String... beginnings) {
        this.title = title;
        this.supported = supported;
        this.beginnings = beginnings;
    }

    static Optional<FileFormat> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
    }

    static String supportedTitles() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(format -> format.supported)
                        .map(format -> format.title)
                        .toList());
    }

    private boolean begins(String start) {
        return Arrays.stream(beginnings).anyMatch(beginning -> matches(beginning, start))
                && (this != PNM || start.length() > 2 && isSpaceOrComment(start.charAt(2)));
    }

    private static boolean matches(String beginning, String start) {
        if (start.length() < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (beginning.charAt(i) != '?' && beginning.charAt(i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpaceOrComment(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '#';
    }
}
