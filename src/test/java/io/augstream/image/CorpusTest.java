package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hundreds of sound, odd and broken image files of other projects, with what two independent readers made of them. */
class CorpusTest {
    private static final Set<String> CLAIMED = Set.of("jpeg", "png", "gif", "bmp", "pnm");

    /** The JDK takes the second of two clear codes for a pixel, so that the picture moves by one. */
    private static final Set<String> DECODED_WRONGLY = Set.of("valid/gif/irsgif_issue-208-block-type-beta.gif");

    /** Arithmetic coding and absent Huffman tables: a JDK linked to libjpeg-turbo reads them, the one with its own does not. */
    private static final Set<String> DEPENDING_ON_THE_JDK = Set.of(
            "odd/jpeg/syna_jpeg_arith_prog.jpg", "odd/jpeg/syna_jpeg_arithmetic.jpg", "odd/jpeg/syna_jpeg_noDHT.jpg");

    @Test
    void everyFileIsReadOrRefusedAsTwoOtherReadersDo() throws IOException {
        Path corpus = SharedData.folder("corpus");
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> exact = new TreeMap<>();
        for (Row row : rows(corpus.resolve("manifest.csv"))) {
            Image image = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> readOrNull(corpus.resolve(row.path)), "hangs: " + row.path);
            if (!CLAIMED.contains(row.format)) {
                continue;
            }
            if (row.expected.equals("decodes") && image == null && !DEPENDING_ON_THE_JDK.contains(row.path)) {
                wrong.add(row.path + " was refused");
            }
            if (row.expected.equals("must-fail") && image != null) {
                wrong.add(row.path + " was read");
            }
            if (image != null && !row.rgbaSha1.isEmpty()) {
                if (sha1(Channels.convert(image, 4)).equals(row.rgbaSha1)) {
                    exact.merge(row.format, 1, Integer::sum);
                } else if (!DECODED_WRONGLY.contains(row.path)) {
                    wrong.add(row.path + " has other pixels");
                }
            }
        }
        System.out.println("corpus: files with exactly the reference pixels: " + exact);
        assertEquals(List.of(), wrong);
        assertTrue(exact.values().stream().mapToInt(Integer::intValue).sum() >= 140, "too few compared: " + exact);
    }

    /** @param rgbaSha1 of the 8-bit RGBA pixels; empty where two readers do not agree on them */
    private record Row(String path, String format, String expected, String rgbaSha1) {}

    private static @Nullable Image readOrNull(Path file) {
        try {
            return ImageFiles.read(file);
        } catch (ImageFormatException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count(), "one line: " + e.getMessage());
            return null;
        }
    }

    private static String sha1(Image image) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(image.samples()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Row> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = fields(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            rows.add(new Row(
                    fields.get(names.indexOf("path")),
                    fields.get(names.indexOf("format")),
                    fields.get(names.indexOf("expected")),
                    fields.get(names.indexOf("rgba_sha1"))));
        }
        return rows;
    }

    /** Splits at the commas that are not inside quotes. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c != '"') {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
