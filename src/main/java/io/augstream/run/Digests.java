package io.augstream.run;

import io.augstream.dataset.DataException;
import io.augstream.dataset.Sample;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** SHA-256 of what went into a result. */
public final class Digests {
    private static final int BUFFER = 1 << 16;

    private Digests() {}

    public static String of(String text) {
        return hex(sha256(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the data set's files (paths and bytes), and of each split as the networks see it (ids, labels, pixels). */
    public static Map<String, String> of(Path root, List<Sample> train, List<Sample> validation, List<Sample> test) {
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put("files", files(root));
        digests.put("train", samples(train));
        if (!validation.isEmpty()) {
            digests.put("validation", samples(validation));
        }
        digests.put("test", samples(test));
        return digests;
    }

    /** Of images as the networks see them, with ids and labels, in their order. */
    static String samples(List<Sample> samples) {
        MessageDigest digest = sha256();
        for (Sample sample : samples) {
            Image image = sample.source().read();
            add(digest, sample.id());
            digest.update(ByteBuffer.allocate(4 * Integer.BYTES)
                    .putInt(sample.label())
                    .putInt(image.height())
                    .putInt(image.width())
                    .putInt(image.channels())
                    .array());
            if (image.depth() != Depth.EIGHT_BIT) {
                add(digest, image.depth().toString());
            }
            digest.update(image.bigEndian());
        }
        return hex(digest);
    }

    private static String files(Path root) {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(digest, root.relativize(file).toString().replace('\\', '/'));
                digest.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(Files.size(file))
                        .array());
                addBytes(digest, file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(root + ": cannot be read: " + e.getMessage(), e);
        }
        return hex(digest);
    }

    private static void addBytes(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    /** With its length before it, so that borders between parts count. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String hex(MessageDigest digest, byte... last) {
        return HexFormat.of().formatHex(digest.digest(last));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
