package io.augstream.train.safetensors;

import io.augstream.dataset.StagedFile;
import io.augstream.settings.Json;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file (Hugging Face; <a href="https://github.com/huggingface/safetensors#format">format</a>): eight bytes
 * with the header's length N, N bytes of JSON that tell each tensor's {@code dtype}, {@code shape} and
 * {@code data_offsets}, and the tensors' bytes without a hole, all little-endian.
 *
 * @param metadata texts, in the header's {@code __metadata__}
 * @param tensors in the order of their bytes, no name twice; those of larger numbers first, so that each is aligned
 */
public record Safetensors(Map<String, String> metadata, List<Tensor> tensors) {
    /** As in the reference implementation. */
    private static final long LARGEST_HEADER = 100_000_000;

    /** The reference implementation's tensors begin there too, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 8;

    private static final int BUFFER = 1 << 16;

    public Safetensors {
        tensors = tensors.stream()
                .sorted(Comparator.comparing(tensor -> -tensor.type().size()))
                .toList();
    }

    /**
     * Writes the file: whole or not at all, an older one stays until the new one is.
     *
     * @throws java.io.UncheckedIOException if that fails; the message names the file
     */
    public void write(Path file) {
        StagedFile.write(file, this::writeTo).publish();
    }

    private void writeTo(WritableByteChannel channel) throws IOException {
        byte[] header = header();
        ByteBuffer buffer = buffer();
        buffer.putLong(header.length);
        writeFully(channel, buffer.flip());
        writeFully(channel, ByteBuffer.wrap(header));
        for (Tensor tensor : tensors) {
            tensor.type().write(tensor.values(), buffer, filled -> writeFully(channel, filled));
        }
    }

    private byte[] header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(Header.METADATA, metadata);
        long end = 0;
        for (Tensor tensor : tensors) {
            long from = end;
            end += (long) tensor.size() * tensor.type().size();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", tensor.type().name());
            entry.put("shape", tensor.shape());
            entry.put("data_offsets", List.of(from, end));
            if (header.putIfAbsent(tensor.name(), entry) != null) {
                throw new IllegalArgumentException("two tensors have the name " + tensor.name());
            }
        }
        String json = Json.line(header);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file that may be anything: nothing of its size is allocated before its header adds up.
     *
     * @throws SafetensorsException if it cannot be read or is wrong, and nothing else
     */
    public static Safetensors read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            Header header = header(channel, file);
            requireRoom(file, channel.size());
            List<Tensor> tensors = new ArrayList<>();
            ByteBuffer buffer = buffer();
            for (Header.Entry entry : header.entries()) {
                Object values = entry.type().array(entry.size());
                entry.type().read(values, buffer, empty -> readFully(channel, empty));
                tensors.add(new Tensor(entry.name(), entry.shape(), values));
            }
            return new Safetensors(header.metadata(), tensors);
        } catch (NoSuchFileException e) {
            throw new SafetensorsException(file, "no such file", e);
        } catch (IOException e) {
            throw new SafetensorsException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireRoom(Path file, long bytes) {
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new SafetensorsException(
                    file,
                    "has " + (bytes >> 20) + " MiB, and Java's heap ends at " + (heap >> 20)
                            + " MiB; java -Xmx... gives it more");
        }
    }

    private static Header header(FileChannel channel, Path file) throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new SafetensorsException(
                    file, "no safetensors file: it has " + size + " bytes, and its header's length 8");
        }
        ByteBuffer length = buffer().limit(Long.BYTES);
        readFully(channel, length);
        long announced = length.flip().getLong();
        if (announced < 0 || announced > Math.min(LARGEST_HEADER, size - Long.BYTES)) {
            throw new SafetensorsException(
                    file,
                    "no safetensors file: a header of " + Long.toUnsignedString(announced)
                            + " bytes is announced, at most " + LARGEST_HEADER + " are allowed, and "
                            + (size - Long.BYTES) + " are there");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) announced);
        readFully(channel, bytes);
        try {
            String json =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return Header.parse(json, size - Long.BYTES - announced);
        } catch (CharacterCodingException e) {
            throw new SafetensorsException(file, "the header is not UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new SafetensorsException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void readFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it ended early, at byte " + channel.position());
            }
        }
    }

    private static void writeFully(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
