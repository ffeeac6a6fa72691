package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * One file of reference values, in the safetensors format: 8 bytes of header length, a JSON header, raw tensors, all
 * little-endian.
 *
 * @param metadata the case's settings, each a text
 */
record ReferenceFile(String name, Map<String, String> metadata, Map<String, Tensor> tensors) {
    /** @param bytes little-endian values of {@code type} (U8, I64 or F32) */
    record Tensor(String type, int[] shape, ByteBuffer bytes) {
        float[] floats() {
            float[] values = new float[bytes.limit() / Float.BYTES];
            bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return values;
        }

        byte[] unsignedBytes() {
            byte[] values = new byte[bytes.limit()];
            bytes.duplicate().get(values);
            return values;
        }

        int[] classes() {
            return java.util.stream.IntStream.range(0, bytes.limit() / Long.BYTES)
                    .map(i ->
                            Math.toIntExact(bytes.order(ByteOrder.LITTLE_ENDIAN).getLong(i * Long.BYTES)))
                    .toArray();
        }
    }

    /** The files of a folder below {@code augstream.golden}, by name, none of them read yet. */
    static List<Named<Path>> in(String folder) {
        return in(Path.of(System.getProperty("augstream.golden", "src/test/resources/golden"), folder));
    }

    /** The files of a folder, so that one that cannot be read fails alone. */
    static List<Named<Path>> in(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .map(file -> Named.of(file.getFileName().toString(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no reference files in " + path, e);
        }
    }

    /** @throws IllegalArgumentException naming the file, if it is cut off or otherwise not what its header says */
    static ReferenceFile read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int headerLength = Math.toIntExact(bytes.getLong());
            byte[] header = new byte[headerLength];
            bytes.get(header);
            ByteBuffer data = bytes.slice();
            Map<String, String> metadata = new HashMap<>();
            Map<String, Tensor> tensors = new HashMap<>();
            JsonNode root = new ObjectMapper().readTree(new String(header, StandardCharsets.UTF_8));
            root.path("__metadata__")
                    .properties()
                    .forEach(entry ->
                            metadata.put(entry.getKey(), entry.getValue().asText()));
            root.properties().stream()
                    .filter(entry -> !entry.getKey().equals("__metadata__"))
                    .forEach(entry -> tensors.put(entry.getKey(), tensor(entry.getValue(), data)));
            return new ReferenceFile(file.getFileName().toString(), metadata, tensors);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException e) {
            throw new IllegalArgumentException(file.getFileName() + " is cut off or damaged", e);
        }
    }

    private static Tensor tensor(JsonNode entry, ByteBuffer data) {
        int[] shape = new int[entry.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.path("shape").path(i).asInt();
        }
        int start = entry.path("data_offsets").path(0).asInt();
        int end = entry.path("data_offsets").path(1).asInt();
        return new Tensor(entry.path("dtype").asText(), shape, data.slice(start, end - start));
    }

    Tensor tensor(String key) {
        Tensor tensor = tensors.get(key);
        if (tensor == null) {
            throw new IllegalArgumentException(name + " holds no tensor '" + key + "'");
        }
        return tensor;
    }

    String setting(String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException(name + " names no '" + key + "'");
        }
        return value;
    }

    /** Runs {@code test}; its failure names this file, for a report may tell a parametrised test by its index alone. */
    void check(Consumer<ReferenceFile> test) {
        assertAll(name, () -> test.accept(this));
    }

    @Override
    public String toString() {
        return name;
    }
}
