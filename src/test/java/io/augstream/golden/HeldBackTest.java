package io.augstream.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pipeline.Pipeline;
import io.augstream.random.CounterRandom;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases as the golden files have them, but drawn: other angles, sizes, kernels, borders and pictures, against {@link SlowPicture}'s
 * double precision. Within one level everywhere, alone and fused.
 */
class HeldBackTest {
    private static final int CASES = 40;

    /** So near to half-way between two pixels either is the nearest. */
    private static final double TIE = 1e-6;

    private interface Exact {
        double level(int x, int y, int channel);
    }

    private static Image picture(CounterRandom random) {
        ImageSize size = new ImageSize(2 + random.nextInt(40), 2 + random.nextInt(40));
        int channels = new int[] {1, 3, 4}[random.nextInt(3)];
        byte[] samples = new byte[size.width() * size.height() * channels];
        random.nextBytes(samples);
        return Image.of(size, channels, samples);
    }

    private static void assertMet(String stage, Image input, ImageSize size, double tolerance, Exact exact) {
        Fused.ways(Pipeline.parse("stages: [{" + stage + "}]"), input).forEach((way, output) -> {
            String told = stage + " of " + input.size() + " " + way;
            assertEquals(size, output.size(), told);
            double errors = 0;
            for (int i = 0; i < output.length(); i++) {
                int x = i / output.channels() % size.width();
                int y = i / output.channels() / size.width();
                double expected = exact.level(x, y, i % output.channels());
                if (Double.isNaN(expected)) {
                    continue;
                }
                expected = Math.max(0, Math.min(255, expected));
                int level = output.sample(x, y, i % output.channels());
                errors += Math.abs(level - expected);
                assertTrue(
                        Math.abs(level - Math.round(expected)) <= tolerance,
                        told + " at " + x + ", " + y + ": expected " + expected + ", got " + level);
            }
            // Rounding alone misses by a quarter of a level in the mean; of few samples by chance more.
            assertTrue(
                    errors / output.length() <= 0.27 + 0.6 / Math.sqrt(output.length()), told + " is off everywhere");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "nearest, constant",
        "nearest, reflect101",
        "nearest, wrap",
        "bilinear, constant",
        "bilinear, replicate",
        "bilinear, reflect101",
        "bilinear, symmetric",
        "bilinear, wrap",
        "bicubic, constant",
        "bicubic, replicate",
        "bicubic, reflect101",
        "bicubic, symmetric",
        "bicubic, wrap"
    })
    void rotate(String interpolation, String border) {
        CounterRandom random = new CounterRandom((interpolation + border).hashCode());
        for (int i = 0; i < CASES; i++) {
            Image input = picture(random);
            double degrees = 720 * random.nextDouble() - 360;
            int fill = random.nextInt(256);
            boolean expand = i % 3 == 0;
            SlowPicture slow = new SlowPicture(input, border, fill);
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            ImageSize size = expand ? expanded(input.size(), Math.abs(cos), Math.abs(sin)) : input.size();
            String stage = String.format(
                    Locale.ROOT,
                    "rotate: {degrees: %s, interpolation: %s, border: %s, fill: %d, expand: %s}",
                    degrees,
                    interpolation,
                    border,
                    fill,
                    expand);
            assertMet(stage, input, size, interpolation.equals("nearest") ? 0 : 1, (x, y, channel) -> {
                double u = x - (size.width() - 1) / 2.0;
                double v = y - (size.height() - 1) / 2.0;
                return seen(
                        slow,
                        interpolation,
                        (input.width() - 1) / 2.0 + cos * u - sin * v,
                        (input.height() - 1) / 2.0 + sin * u + cos * v,
                        channel);
            });
        }
    }

    private static ImageSize expanded(ImageSize size, double cos, double sin) {
        double width = size.width() * cos + size.height() * sin;
        double height = size.width() * sin + size.height() * cos;
        return new ImageSize((int) Math.ceil(width - 1e-9), (int) Math.ceil(height - 1e-9));
    }

    /** NaN where two pixels are as near. */
    private static double seen(SlowPicture slow, String interpolation, double x, double y, int channel) {
        boolean nearest = interpolation.equals("nearest");
        boolean tie = Math.abs(x - Math.floor(x) - 0.5) < TIE || Math.abs(y - Math.floor(y) - 0.5) < TIE;
        return nearest && tie ? Double.NaN : slow.between(interpolation, x, y, channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "bilinear", "bicubic"})
    void rotateAndCrop(String interpolation) {
        CounterRandom random = new CounterRandom(interpolation.hashCode());
        for (int i = 0; i < 2 * CASES; i++) {
            Image input = picture(random);
            double degrees = 720 * random.nextDouble() - 360;
            ImageSize size = new ImageSize(1 + random.nextInt(40), 1 + random.nextInt(40));
            boolean keepAspect = i % 3 == 0;
            String stage = String.format(
                    Locale.ROOT,
                    "rotate_and_crop: {degrees: %s, interpolation: %s, size: {width: %d, height: %d}, keep_aspect: %s}",
                    degrees,
                    interpolation,
                    size.width(),
                    size.height(),
                    keepAspect);
            double[] kept = kept(input.width(), input.height(), Math.toRadians(degrees), keepAspect);
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            SlowPicture slow = new SlowPicture(input, "replicate", 0);
            assertMet(stage, input, size, interpolation.equals("nearest") ? 0 : 1, (x, y, channel) -> {
                double u = (x + 0.5) * kept[0] / size.width() - kept[0] / 2;
                double v = (y + 0.5) * kept[1] / size.height() - kept[1] / 2;
                return seen(
                        slow,
                        interpolation,
                        (input.width() - 1) / 2.0 + cos * u - sin * v,
                        (input.height() - 1) / 2.0 + sin * u + cos * v,
                        channel);
            });
        }
    }

    /** Width and height of the rectangle, by the formula of the design. */
    private static double[] kept(int w, int h, double radians, boolean keepAspect) {
        double s = Math.abs(Math.sin(radians));
        double c = Math.abs(Math.cos(radians));
        if (keepAspect) {
            double scale = Math.min(w / (w * c + h * s), h / (w * s + h * c));
            return new double[] {scale * w, scale * h};
        }
        double shorter = Math.min(w, h);
        if (shorter <= 2 * s * c * Math.max(w, h) || Math.abs(s - c) < 1e-10) {
            double across = shorter / (2 * s);
            double along = shorter / (2 * c);
            return w >= h ? new double[] {across, along} : new double[] {along, across};
        }
        return new double[] {(w * c - h * s) / (c * c - s * s), (h * c - w * s) / (c * c - s * s)};
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "replicate", "reflect101", "symmetric", "wrap"})
    void smooth(String border) {
        CounterRandom random = new CounterRandom(border.hashCode());
        for (int i = 0; i < 2 * CASES; i++) {
            Image input = picture(random);
            int kernelSize = 1 + 2 * random.nextInt(6);
            double sigma = 0.2 + 3 * random.nextDouble();
            boolean box = i % 2 == 0;
            double[] kernel = new double[kernelSize];
            double sum = 0;
            for (int tap = 0; tap < kernelSize; tap++) {
                double distance = (tap - kernelSize / 2) / sigma;
                kernel[tap] = box ? 1 : Math.exp(-distance * distance / 2);
                sum += kernel[tap];
            }
            for (int tap = 0; tap < kernelSize; tap++) {
                kernel[tap] /= sum;
            }
            String stage = box
                    ? "smooth: {kind: box, kernel_size: " + kernelSize + ", border: " + border + "}"
                    : "smooth: {sigma: " + sigma + ", kernel_size: " + kernelSize + ", border: " + border + "}";
            SlowPicture slow = new SlowPicture(input, border, 0);
            assertMet(stage, input, input.size(), 1, (x, y, channel) -> slow.weighed(kernel, x, y, channel));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 11})
    void median(int kernelSize) {
        CounterRandom random = new CounterRandom(kernelSize);
        for (int i = 0; i < CASES; i++) {
            Image input = picture(random);
            SlowPicture slow = new SlowPicture(input, "replicate", 0);
            String stage = "smooth: {kind: median, kernel_size: " + kernelSize + "}";
            assertMet(stage, input, input.size(), 0, (x, y, channel) -> slow.middle(kernelSize, x, y, channel));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "replicate", "reflect101", "symmetric", "wrap"})
    void motion(String border) {
        CounterRandom random = new CounterRandom(border.hashCode());
        for (int i = 0; i < CASES; i++) {
            Image input = picture(random);
            int length = 1 + random.nextInt(15);
            double degrees = 720 * random.nextDouble() - 360;
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            SlowPicture slow = new SlowPicture(input, border, 0);
            String stage =
                    "smooth: {kind: motion, length: " + length + ", degrees: " + degrees + ", border: " + border + "}";
            assertMet(stage, input, input.size(), 1, (x, y, channel) -> {
                double sum = 0;
                for (int point = 0; point < length; point++) {
                    double distance = point - (length - 1) / 2.0;
                    sum += slow.between("bilinear", x + distance * cos, y - distance * sin, channel) / length;
                }
                return sum;
            });
        }
    }
}
