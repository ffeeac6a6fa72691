package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes images as an image folder of PNG files whose names follow from sample id, class and copy alone:
 * {@code split/class/rest-of-the-id.png}, with {@code .copy-1}, {@code .copy-2}, … before the ending from the second copy
 * on. An ending other than .png stays in the name ({@code a.jpg.png}), so that a.jpg and a.png do not meet.
 *
 * <p>Safe to call from any thread.
 */
public final class ImageFolderWriter {
    private final Path root;
    private final List<String> classes;
    /** Which sample each relative path was written for. */
    private final Map<String, String> written = new ConcurrentHashMap<>();

    /** @param classes the names of the samples' classes; a label is an index into them */
    public ImageFolderWriter(Path root, List<String> classes) {
        this.root = root;
        this.classes = List.copyOf(classes);
    }

    /**
     * Writes one image, whole or not at all.
     *
     * @param copy from 0
     * @param png what {@link ImageFiles#encodePng} made of the image
     * @return the path below the root, with slashes
     * @throws DataException if two samples would get the same name
     * @throws IOException if writing fails
     */
    public String write(Sample sample, int copy, byte[] png) throws IOException {
        String name = name(sample, copy);
        String earlier = written.putIfAbsent(name, sample.id());
        if (earlier != null) {
            throw new DataException(sample.id() + " and " + earlier + " would both be written as " + name);
        }
        AtomicFiles.write(root.resolve(name), png);
        return name;
    }

    /** Encodes and writes. */
    public String write(Sample sample, int copy, Image image) throws IOException {
        return write(sample, copy, ImageFiles.encodePng(image));
    }

    /** The path below the root of one output, with slashes. */
    public String name(Sample sample, int copy) {
        List<String> parts = new ArrayList<>(List.of(sample.id().split("/")));
        if (sample.label() != Sample.UNLABELLED) {
            String name = classes.get(sample.label());
            // An image folder's ids hold the class already.
            if (parts.size() < 3 || !parts.get(1).equals(name)) {
                parts.add(1, name);
            }
        }
        int last = parts.size() - 1;
        String stem = parts.get(last).replaceFirst("\\.png$", "");
        parts.set(last, stem + (copy == 0 ? "" : ".copy-" + copy) + ".png");
        return String.join("/", parts.stream().map(ImageFolderWriter::safe).toList());
    }

    /** A file name that no file system takes for a path, a hidden file or a device. */
    private static String safe(String part) {
        String plain = part.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return plain.startsWith(".") || plain.isEmpty() ? "_" + plain : plain;
    }
}
