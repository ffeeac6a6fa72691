package io.augstream.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.augstream.random.CounterRandom;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarpTest {
    private static final int CASES = 1500;

    @Test
    void vectorsGiveTheBytesOfPlainJava() {
        CounterRandom random = new CounterRandom(1);
        for (int trial = 0; trial < CASES; trial++) {
            WarpCase any = WarpCase.any(random);
            assertArrayEquals(any.draw(new ScalarWarp()), any.draw(new VectorWarp()), any::toString);
        }
    }

    @Test
    void levelsAreAtMostOneOffAndHardlyEver() {
        CounterRandom random = new CounterRandom(2);
        long samples = 0;
        long off = 0;
        for (int trial = 0; trial < CASES; trial++) {
            WarpCase any = WarpCase.any(random);
            byte[] drawn = any.draw(LoopChoice.WARP);
            int channels = any.source().channels();
            for (int i = 0; i < drawn.length; i++) {
                int pixel = i / channels;
                double exact = any.exact(pixel % any.width(), pixel / any.width(), i % channels);
                int level = drawn[i] & 0xff;
                assertTrue(Math.abs(level - exact) < 0.52, () -> any + ": " + exact + " became " + level);
                samples++;
                off += level == Math.floor(exact + 0.5) ? 0 : 1;
            }
        }
        // Of noise; of pictures, whose neighbours are alike, fewer still.
        assertTrue(off < 0.006 * samples, off + " of " + samples);
    }

    /** Pixels one by one at the places of a row are as near to exact as those of the row. */
    @Test
    void placesOneByOneAreAsNearToExactAsRows() {
        CounterRandom random = new CounterRandom(5);
        for (int trial = 0; trial < CASES; trial++) {
            WarpCase any = WarpCase.any(random);
            int channels = any.source().channels();
            double[] xs = new double[any.width()];
            double[] ys = new double[any.width()];
            byte[] drawn = new byte[any.width() * channels];
            Warp warp = new Warp(any.source(), any.edge(), any.fill(), any.width(), new Scratch());
            for (int y = 0; y < any.height(); y++) {
                for (int x = 0; x < any.width(); x++) {
                    xs[x] = any.x() + any.xx() * x - any.yx() * y;
                    ys[x] = any.y() + any.yx() * x + any.xx() * y;
                }
                warp.places(xs, ys, any.width(), drawn, 0);
                for (int i = 0; i < drawn.length; i++) {
                    double exact = any.exact(i / channels, y, i % channels);
                    int level = drawn[i] & 0xff;
                    assertTrue(Math.abs(level - exact) < 0.52, () -> any + ": " + exact + " became " + level);
                }
            }
        }
    }

    @Test
    void whatIsNowhereIsFill() {
        Raster source = new Raster(new byte[] {1, 2, 3, 4, 5, 6}, 2, 1, 3);
        byte[] drawn = new byte[9];
        new Warp(source, Edge.REPLICATE, new int[] {7, 8, 9}, 3, new Scratch())
                .places(new double[] {0, Double.NaN, 1e300}, new double[] {0, Double.NaN, -1e300}, 3, drawn, 0);
        assertArrayEquals(new byte[] {1, 2, 3, 7, 8, 9, 4, 5, 6}, drawn);
    }

    /** Halves are the positions nearest to a tie, and exact in fixed point: rounded up, as everywhere. */
    @Test
    void halfAPixelIsTheMeanOfTwoRoundedUp() {
        Raster source = new Raster(new byte[] {10, 21, (byte) 255, (byte) 254}, 4, 1, 1);
        byte[] drawn = new byte[4];
        new Warp(source, Edge.REPLICATE, new int[1], 4, new Scratch()).row(0.5, 0, 1, 0, 4, drawn, 0);
        assertArrayEquals(new byte[] {16, (byte) 138, (byte) 255, (byte) 254}, drawn);
    }

    @Test
    void wholePositionsGiveSourcePixels() {
        byte[] samples = new byte[20 * 10 * 3];
        new CounterRandom(3).nextBytes(samples);
        Raster source = new Raster(samples, 20, 10, 3);
        byte[] drawn = new byte[10 * 3];
        // The last column upwards.
        new Warp(source, Edge.CONSTANT, new int[3], 10, new Scratch()).row(19, 9, 0, -1, 10, drawn, 0);
        for (int i = 0; i < 10; i++) {
            int from = ((9 - i) * 20 + 19) * 3;
            assertArrayEquals(Arrays.copyOfRange(samples, from, from + 3), Arrays.copyOfRange(drawn, 3 * i, 3 * i + 3));
        }
    }

    @Test
    void aRowIsWrittenWhereItBelongsAndNowhereElse() {
        for (int channels : new int[] {1, 3, 4}) {
            byte[] samples = new byte[12 * 12 * channels];
            Arrays.fill(samples, (byte) 9);
            Raster source = new Raster(samples, 12, 12, channels);
            for (int count = 1; count < 40; count++) {
                byte[] drawn = new byte[7 + count * channels + 7];
                new Warp(source, Edge.WRAP, new int[channels], count, new Scratch())
                        .row(2.5, 3.5, 0.3, 0.2, count, drawn, 7);
                byte[] expected = new byte[drawn.length];
                Arrays.fill(expected, 7, 7 + count * channels, (byte) 9);
                assertArrayEquals(expected, drawn, count + " pixels of " + channels);
            }
        }
    }

    @Test
    void rowsAllocateNothing() {
        byte[] samples = new byte[100 * 100 * 3];
        byte[] drawn = new byte[300 * 3];
        Raster source = new Raster(samples, 100, 100, 3);
        Warp warp = new Warp(source, Edge.REFLECT101, new int[3], 300, new Scratch());
        ThreadMXBean threads = assertInstanceOf(ThreadMXBean.class, ManagementFactory.getThreadMXBean());
        long least = Long.MAX_VALUE;
        // Until it is compiled, each vector is an object.
        for (int round = 0; round < 40 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2000; i++) {
                warp.row(-20.0 + i % 7, i % 50, 0.9, 0.3, 300, drawn, 0);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // Asking for the number allocates some hundred bytes itself on some versions.
        assertTrue(least < 2000, least + " bytes for 2000 rows");
    }

    /** A process of its own, whose vectors are shorter or which has none. */
    static final class OtherMachine {
        private OtherMachine() {}

        public static void main(String[] arguments) {
            System.out.println("digest " + digest());
        }
    }

    private static int digest() {
        CounterRandom random = new CounterRandom(4);
        int digest = 0;
        for (int trial = 0; trial < 200; trial++) {
            digest = 31 * digest + Arrays.hashCode(WarpCase.any(random).draw(LoopChoice.WARP));
        }
        return digest;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:MaxVectorSize=16 --add-modules=jdk.incubator.vector",
                "-XX:MaxVectorSize=32 --add-modules=jdk.incubator.vector",
                ""
            })
    void vectorsOfAnyLengthGiveTheSameBytes(String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OtherMachine.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.lines().toList().contains("digest " + digest()), output);
    }
}
