package io.augstream.train.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.augstream.random.CounterRandom;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    /** Written by Python's json and struct with numpy's arrays, after the format's description. */
    private static final byte[] BY_NUMPY = Base64.getDecoder()
            .decode(("OAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6IHsibWFkZSBieSI6ICJudW1weSDDqSJ9LCAidyI6IHsiZHR5cGUiOiAiRjMyIiwg"
                    + "InNoYXBlIjogWzIsIDNdLCAiZGF0YV9vZmZzZXRzIjogWzI0LCA0OF19LCAibm9uZSI6IHsiZHR5cGUiOiAiRjMyIiwgInNo"
                    + "YXBlIjogWzAsIDRdLCAiZGF0YV9vZmZzZXRzIjogWzQ4LCA0OF19LCAic3RlcHMiOiB7ImR0eXBlIjogIkk2NCIsICJzaGFw"
                    + "ZSI6IFsyXSwgImRhdGFfb2Zmc2V0cyI6IFswLCAxNl19LCAib25lIjogeyJkdHlwZSI6ICJGNjQiLCAic2hhcGUiOiBbXSwg"
                    + "ImRhdGFfb2Zmc2V0cyI6IFsxNiwgMjRdfX0gICAgICABAAAAAAAgAP//////////mpmZmZmZuT8AAMA/AAAQwEdEAwAAAIB/"
                    + "AAAAgMrySXE="));

    @TempDir
    Path folder;

    @Test
    void aFileOfAnotherWriterIsRead() throws IOException {
        Safetensors file = Safetensors.read(Files.write(folder.resolve("numpy.safetensors"), BY_NUMPY));
        assertEquals(Map.of("made by", "numpy é"), file.metadata());
        assertEquals(List.of("steps", "one", "w", "none"), names(file));
        assertArrayEquals(new long[] {(1L << 53) + 1, -1}, file.tensors().get(0).longs());
        assertEquals(List.of(), file.tensors().get(1).shape());
        assertArrayEquals(new double[] {0.1}, file.tensors().get(1).doubles());
        assertEquals("F32[2, 3]", file.tensors().get(2).layout());
        assertArrayEquals(
                new float[] {1.5f, -2.25f, 3e-40f, Float.POSITIVE_INFINITY, -0.0f, 1e30f},
                file.tensors().get(2).floats());
        assertEquals(List.of(0, 4), file.tensors().get(3).shape());
    }

    /** A hole on the disk, but every byte of it would have to lie in memory. */
    @Test
    void aFileLargerThanJavasHeapIsRefused() throws IOException {
        Path path = folder.resolve("huge.safetensors");
        int numbers = Integer.MAX_VALUE - 8;
        String header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[" + numbers + "],\"data_offsets\":[0," + 4L * numbers + "]}}";
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length())
                    .array());
            file.write(header.getBytes(StandardCharsets.UTF_8));
            file.setLength(8 + header.length() + 4L * numbers);
        }
        assumeTrue(Files.size(path) > Runtime.getRuntime().maxMemory(), "the heap is larger than the file");

        SafetensorsException error = assertThrows(SafetensorsException.class, () -> Safetensors.read(path));

        assertTrue(String.valueOf(error.getMessage()).contains("Java's heap ends at"), error.getMessage());
    }

    @Test
    void aFileIsLaidOutAsTheFormatSays() throws IOException {
        Path path = folder.resolve("deep/a.safetensors");
        new Safetensors(
                        Map.of("k", "v"),
                        List.of(
                                new Tensor("a", List.of(1, 2), new float[] {1, 2}),
                                Tensor.of("b", new long[] {3}),
                                Tensor.of("c", new double[] {4})))
                .write(path);
        String header =
                "{\"__metadata__\":{\"k\":\"v\"},\"b\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                        + "\"c\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[16,24]}}";
        int padded = (header.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 24).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded).put(header.getBytes(StandardCharsets.UTF_8));
        expected.put(" ".repeat(padded - header.length()).getBytes(StandardCharsets.UTF_8));
        expected.putLong(3).putDouble(4).putFloat(1).putFloat(2);
        assertArrayEquals(expected.array(), Files.readAllBytes(path));
        try (var files = Files.list(path.getParent())) {
            assertEquals(List.of(path), files.toList(), "the temporary file is gone");
        }
    }

    /** Larger than the buffer that the bytes go through, and no multiple of it. */
    @Test
    void everyBitOfALargeTensorComesBack() {
        float[] floats = new float[50_001];
        double[] doubles = new double[20_003];
        CounterRandom random = new CounterRandom(1);
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.intBitsToFloat(random.nextInt());
        }
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = Double.longBitsToDouble(random.nextLong());
        }
        Path path = folder.resolve("large.safetensors");
        new Safetensors(Map.of(), List.of(Tensor.of("d", doubles), Tensor.of("f", floats))).write(path);
        Safetensors read = Safetensors.read(path);
        assertEquals(0, Arrays.compare(doubles, read.tensors().get(0).doubles()));
        assertEquals(0, Arrays.compare(floats, read.tensors().get(1).floats()));
    }

    @Test
    void twoTensorsOfOneNameAreNotWrittenAndTheOldFileStays() throws IOException {
        Path path = Files.write(folder.resolve("a.safetensors"), BY_NUMPY);
        Safetensors twice =
                new Safetensors(Map.of(), List.of(Tensor.of("a", new float[1]), Tensor.of("a", new float[1])));
        assertThrows(IllegalArgumentException.class, () -> twice.write(path));
        assertArrayEquals(BY_NUMPY, Files.readAllBytes(path));
    }

    /** Eight bytes of data lie behind each header. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | tensor 'a': data_offsets [4, 12] do not",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | tensor 'a': data_offsets [8, 0] do not lie",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}} | tensor 'a': data_offsets must be a list of",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}} | tensor 'a': shape [1] of F32 needs 1 x 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}"
                        + " | tensor 'b' begins at byte 4, within tensor 'a', which ends at 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | tensor 'a' begins at byte 4, behind a hole",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | the tensors end at byte 4, and there are 8",
                "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}} | tensor 'a': dtype 'F31' is not F32, F64 or I64",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}} | is beyond all files",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,8]}} | needs 4611686014132420609 x 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}} | tensor 'a': shape must be a list of whole numbers",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,8]}} | tensor 'a': data_offsets must be two",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}} | tensor 'a': data_offsets must be a list",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"order\":1}} | tensor 'a': 'order' is not dtype",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{}} | not valid JSON: 'a' is given twice, at character",
                "{\"__metadata__\":{\"a\":1}} | __metadata__.a must be a text",
                "[] | the header must be a JSON object",
                "{\"a\":3} | tensor 'a' must be a JSON object",
                "{\"a\": | not valid JSON: it ends in the middle of a value, at character 5",
                "{} {} | not valid JSON: something else than one JSON value, at character 3",
                "'' | not valid JSON: something else than one JSON value",
                "{a} | not valid JSON: something else than one JSON value, at character 1",
                "{\"a\\u001b[2J\\n\":3} | tensor 'a?[2J?' must be",
            })
    void aHeaderThatDoesNotAddUpIsRefused(String header, String expected) throws IOException {
        String message = refusal(file(header.length(), header.getBytes(StandardCharsets.UTF_8), new byte[8]));
        assertTrue(message.contains("hostile.safetensors: "), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aHeaderLongerThanTheFileOrThanAllowedIsRefusedUnread() throws IOException {
        assertTrue(refusal(file(3, "{}".getBytes(StandardCharsets.UTF_8))).contains("a header of 3 bytes"));
        assertTrue(
                refusal(file(100_000_001, new byte[10])).contains("at most 100000000 are allowed, and 10 are there"));
        assertTrue(refusal(file(-1, new byte[10])).contains("a header of 18446744073709551615 bytes"));
        assertTrue(refusal(new byte[7]).contains("it has 7 bytes"));
        assertTrue(refusal(file(2, new byte[] {'{', (byte) 0xff})).contains("not UTF-8"));
    }

    @Test
    void aHeaderOfManyEmptyListsIsRefusedBeforeItFillsTheMemory() throws IOException {
        byte[] lists = ("[" + "[],".repeat(2_000_000) + "1]").getBytes(StandardCharsets.UTF_8);
        assertTrue(refusal(file(lists.length, lists)).contains("not valid JSON: nested too deep, or more"));
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertTrue(refusal(file(deep.length, deep)).contains("not valid JSON: nested too deep, or more"));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        Path missing = folder.resolve("missing.safetensors");
        assertEquals(
                missing + ": no such file",
                assertThrows(SafetensorsException.class, () -> Safetensors.read(missing))
                        .getMessage());
        assertThrows(SafetensorsException.class, () -> Safetensors.read(folder));
    }

    /** Whatever is done to a file, it is read or refused by the one exception, and what is read adds up. */
    @Test
    void noDamageEndsInAnythingButARefusal() throws IOException {
        CounterRandom random = new CounterRandom(7);
        Path path = folder.resolve("damaged.safetensors");
        int refused = 0;
        for (int round = 0; round < 1500; round++) {
            Files.write(path, damaged(BY_NUMPY.clone(), random));
            try {
                Safetensors read = Safetensors.read(path);
                long bytes = read.tensors().stream()
                        .mapToLong(
                                tensor -> (long) tensor.size() * tensor.type().size())
                        .sum();
                assertTrue(bytes < Files.size(path), "round " + round);
            } catch (SafetensorsException e) {
                assertFalse(String.valueOf(e.getMessage()).contains("\n"), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 750, refused + " of 1500");
    }

    private static byte[] damaged(byte[] bytes, CounterRandom random) {
        // Mostly the header; what lies behind it are numbers, and any will do.
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(random.nextInt(4) == 0 ? bytes.length : 320);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) ('0' + random.nextInt(10));
                case 1 -> (byte) "[]{},:\" ".charAt(random.nextInt(8));
                case 2 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                default -> (byte) random.nextInt();
            };
        }
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
            default -> bytes;
        };
    }

    private String refusal(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("hostile.safetensors"), bytes);
        return String.valueOf(assertThrows(SafetensorsException.class, () -> Safetensors.read(path))
                .getMessage());
    }

    private static byte[] file(long announced, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(announced);
        for (byte[] part : parts) {
            bytes.put(part);
        }
        return bytes.array();
    }

    private static List<String> names(Safetensors file) {
        return file.tensors().stream().map(Tensor::name).toList();
    }
}
