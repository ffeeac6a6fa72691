package io.augstream.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteningTest {
    private static final Normalisation SCALED = Normalisation.scaleOnly(1);

    @Test
    void whitenedTrainingImagesHaveMeanZeroAndTheIdentityAsCovariance() {
        List<Image> images = smooth(500, 4, 4, 1);
        float[][] whitened = written(whitened(Normalisation.fit(images), images, 1e-9), images);
        for (int i = 0; i < 16; i++) {
            double mean = 0;
            for (float[] image : whitened) {
                mean += image[i] / images.size();
            }
            assertEquals(0, mean, 1e-4);
            for (int j = 0; j < 16; j++) {
                double product = 0;
                for (float[] image : whitened) {
                    product += (double) image[i] * image[j] / images.size();
                }
                assertEquals(i == j ? 1 : 0, product, 1e-3, i + ", " + j);
            }
        }
    }

    /**
     * Of n images with fewer than d directions the covariance becomes 1 in n − 1 of them, and so the products of whitened images
     * with each other become n·δ − 1, whatever the images.
     */
    @Test
    void fewerImagesThanValuesAreWhitenedInTheDirectionsThatTheyHave() {
        List<Image> images = smooth(12, 5, 4, 3);
        float[][] whitened = written(whitened(Normalisation.fit(images), images, 1e-6), images);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double product = 0;
                for (int v = 0; v < 60; v++) {
                    product += (double) whitened[i][v] * whitened[j][v];
                }
                assertEquals((i == j ? 12 : 0) - 1, product, 0.02, i + ", " + j);
            }
        }
    }

    /**
     * Two pixels of levels 100 ± 40, both the same, and 100 ± 20, one the other's opposite: the covariance [[a, b], [b, a]] has its
     * eigenvectors at 45°, with the variances 40² and 20² (in levels). The symmetric root of its inverse is made of the same.
     */
    @Test
    void ofTwoPixelsTheMatrixIsTheSymmetricRootAtHalfARightAngle() {
        List<Image> images = List.of(gray(140, 140), gray(60, 60), gray(120, 80), gray(80, 120));
        assertTwoPixels(40 * 40, 20 * 20, fitted(SCALED, images, 1e-3));
    }

    /** The same with one direction without variance, by the products of the images in place of those of the values. */
    @Test
    void aDirectionWithoutVarianceHasTheGainOfEpsilon() {
        assertTwoPixels(2 * 40 * 40, 0, fitted(SCALED, List.of(gray(140, 140), gray(60, 60)), 1e-3));
        assertTwoPixels(
                2 * 40 * 40,
                0,
                fitted(SCALED, List.of(gray(140, 140), gray(60, 60), gray(140, 140), gray(60, 60)), 1e-3));
    }

    private static void assertTwoPixels(double same, double opposite, Whitening whitening) {
        double first = 1 / Math.sqrt(same / 255 / 255 + 1e-3);
        double second = 1 / Math.sqrt(opposite / 255 / 255 + 1e-3);
        float own = (float) ((first + second) / 2);
        float other = (float) ((first - second) / 2);
        assertArrayEquals(new float[] {own, other, other, own}, whitening.matrix(), 1e-5f);
        assertArrayEquals(new float[] {100 / 255f, 100 / 255f}, whitening.mean(), 1e-7f);
    }

    /** Each image twice is the same mean and covariance, and more images than values: the other way to fit. */
    @Test
    void bothWaysToFitComeToTheSameMatrix() {
        List<Image> images = smooth(40, 6, 8, 1);
        List<Image> twice = new ArrayList<>(images);
        twice.addAll(images);
        Normalisation normalisation = Normalisation.fit(images);
        Whitening once = fitted(normalisation, images, 0.01);
        assertArrayEquals(once.matrix(), fitted(normalisation, twice, 0.01).matrix(), 1e-5f);
    }

    /** 1,501 is no multiple of four and more than one tile. Floats in the order of the values: the same bits. */
    @Test
    void eachValueIsTheSumOverTheImageInItsOrder() {
        int values = 1501;
        CounterRandom random = new CounterRandom(1);
        float[] mean = new float[values];
        float[] matrix = new float[values * values];
        float[] image = new float[values + 2];
        for (int i = 0; i < values; i++) {
            mean[i] = (float) random.nextGaussian();
            image[i + 1] = (float) random.nextGaussian();
            for (int j = 0; j <= i; j++) {
                matrix[i * values + j] = (float) random.nextGaussian();
                matrix[j * values + i] = matrix[i * values + j];
            }
        }
        float[] whitened = image.clone();
        new Whitening(0.1, mean, matrix).apply(whitened, 1);
        for (int i = 0; i < values; i++) {
            float sum = 0;
            for (int j = 0; j < values; j++) {
                sum += matrix[i * values + j] * (image[j + 1] - mean[j]);
            }
            assertEquals(sum, whitened[i + 1]);
        }
        assertEquals(0, whitened[0] + whitened[values + 1]);
    }

    @Test
    void threadsShowNeitherInTheFitNorInTheImages() throws Exception {
        for (int count : new int[] {30, 300}) {
            List<Image> images = smooth(count, 7, 7, 3);
            Normalisation normalisation = Normalisation.fit(images);
            Whitening alone = in(1, () -> fitted(normalisation, images, 0.1));
            assertEquals(alone, in(4, () -> fitted(normalisation, images, 0.1)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void batchesHoldWhatEachImageAloneBecomes(int batch) {
        List<Image> images = smooth(7, 3, 3, 3);
        NetworkInput input = whitened(Normalisation.fit(images), images, 0.1);
        List<Sample> samples = new ArrayList<>();
        images.forEach(image -> samples.add(TestSets.sample("train/" + samples.size(), 0, image)));
        BatchSource.Epoch epoch = new CleanBatches(samples, input, batch).epoch(0);
        int seen = 0;
        for (Batch next = epoch.next(); next != null; next = epoch.next()) {
            for (int i = 0; i < next.size(); i++) {
                float[] pixels = java.util.Arrays.copyOfRange(next.pixels(), i * 27, (i + 1) * 27);
                assertArrayEquals(written(input, List.of(images.get(seen++)))[0], pixels);
            }
        }
        assertEquals(7, seen);
        epoch.close();
    }

    @Test
    void imagesWithTooManyValuesAreRefusedBeforeAnyWork() {
        Image large = Image.of(ImageSize.square(33), 3, new byte[33 * 33 * 3]);
        assertEquals(
                "data.prepare.whiten: images of 33x33 with 3 channels have 3267 values, at most 3072 can be whitened;"
                        + " data.prepare.resize or channels makes them fewer, whiten: false leaves it out",
                TestSets.refusal(() ->
                        new WhiteningChoice.Zca(0.1).on(Normalisation.scaleOnly(3), Collections.nCopies(9, large))));
    }

    @Test
    void oneImageAloneHasNoCovariance() {
        assertEquals(
                "data.prepare.whiten: needs at least 2 training images to fit, got 1",
                TestSets.refusal(() -> new WhiteningChoice.Zca(0.1).on(SCALED, List.of(gray(1, 2)))));
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        NetworkInput input = whitened(SCALED, List.of(gray(1, 2), gray(2, 1)), 0.1);
        assertEquals(
                "data.prepare.whiten is for images of 2 values, as prepared; this one has 3: stages must keep size and"
                        + " channels",
                assertThrows(IllegalArgumentException.class, () -> input.write(gray(1, 2, 3), new float[3], 0))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 | 1 2 3 4 | whitening must be by a symmetric matrix of finite numbers",
                "0.1 | 1 NaN NaN 4 | whitening must be by a symmetric matrix of finite numbers",
                "0.1 | 1 2 3 | whitening needs 1 to 3072 means and as many numbers a row and a column, got 2 and 3",
                "0 | 1 2 2 1 | epsilon must be a number above 0, got 0.0",
            })
    void whatIsNoWhiteningIsRefused(double epsilon, String matrix, String problem) {
        String[] numbers = matrix.split(" ", -1);
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(numbers[i]);
        }
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> new Whitening(epsilon, new float[2], values))
                        .getMessage());
    }

    private static Whitening fitted(Normalisation normalisation, List<Image> images, double epsilon) {
        return whitened(normalisation, images, epsilon).whitening().orElseThrow();
    }

    private static NetworkInput whitened(Normalisation normalisation, List<Image> images, double epsilon) {
        return new WhiteningChoice.Zca(epsilon).on(normalisation, images);
    }

    private static float[][] written(NetworkInput input, List<Image> images) {
        float[][] all = new float[images.size()][images.get(0).length()];
        for (int i = 0; i < all.length; i++) {
            input.write(images.get(i), all[i], 0);
        }
        return all;
    }

    private static <T> T in(int threads, Callable<T> work) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    private static Image gray(int... levels) {
        byte[] samples = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            samples[i] = (byte) levels[i];
        }
        return Image.of(new ImageSize(levels.length, 1), 1, samples);
    }

    /** Pictures whose neighbours are alike: a brightness, two slopes and some noise, all by chance. */
    private static List<Image> smooth(int count, int width, int height, int channels) {
        List<Image> images = new ArrayList<>();
        CounterRandom random = new CounterRandom(7);
        for (int k = 0; k < count; k++) {
            double level = 128 + 30 * random.nextGaussian();
            double right = 6 * random.nextGaussian();
            double down = 6 * random.nextGaussian();
            byte[] samples = new byte[width * height * channels];
            for (int i = 0; i < samples.length; i++) {
                int column = i / channels % width;
                int row = i / channels / width;
                double value = level
                        + right * (column - width / 2.0)
                        + down * (row - height / 2.0)
                        + 8 * random.nextGaussian();
                samples[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
            images.add(Image.of(new ImageSize(width, height), channels, samples));
        }
        return images;
    }
}
