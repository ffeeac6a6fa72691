package io.augstream.dataset;

import static io.augstream.image.DrawnPictures.filled;
import static io.augstream.image.DrawnPictures.pixel;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Raster;
import io.augstream.pixel.RasterRows;
import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    @Test
    void meanAndDeviationAreThoseOfAllPixels() {
        // Red 0 and 255: mean 1/2, deviation 1/2. Green 51, 102: mean 0.3, deviation 0.1. Blue is 255 twice.
        Normalisation fitted = Normalisation.fit(List.of(pixel(0, 51, 255), pixel(255, 102, 255)));
        assertEquals(0.5, fitted.mean().get(0), 1e-15);
        assertEquals(0.5, fitted.std().get(0), 1e-15);
        assertEquals(0.3, fitted.mean().get(1), 1e-15);
        assertEquals(0.1, fitted.std().get(1), 1e-15);
    }

    @Test
    void aChannelThatNeverChangesBecomesZero() {
        Normalisation fitted = Normalisation.fit(List.of(filled(3, 1, 77)));
        float[] values = {9, 9, 9};
        fitted.write(filled(3, 1, 77), values, 0);
        assertArrayEquals(new float[] {0, 0, 0}, values, 1e-7f);
    }

    @Test
    void valuesAreWrittenChannelByChannelFromTheOffsetOn() {
        Normalisation normalisation = new Normalisation(List.of(0.0, 0.2, 1.0), List.of(1.0, 0.4, 0.5));
        Image image = Image.of(new ImageSize(2, 1), 3, new byte[] {0, 51, (byte) 255, (byte) 255, (byte) 153, 0});
        float[] values = new float[8];
        normalisation.write(image, values, 1);
        assertArrayEquals(new float[] {0, 0, 0, 0, 1, 1, -2, 0}, values, 1e-6f);
    }

    @Test
    void withoutFittingValuesRunFromZeroToOne() {
        float[] values = new float[3];
        Normalisation.scaleOnly(1).write(Image.of(new ImageSize(3, 1), 1, new byte[] {0, 51, (byte) 255}), values, 0);
        assertArrayEquals(new float[] {0, 0.2f, 1}, values);
    }

    @Test
    void theOrderOfTheImagesDoesNotChangeABit() {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 255; i++) {
            images.add(filled(3, 1 + i % 7, i));
        }
        Normalisation forward = Normalisation.fit(images);
        Collections.reverse(images);
        assertEquals(forward, Normalisation.fit(images));
    }

    @Test
    void fittedValuesHaveMeanZeroAndDeviationOne() {
        byte[] samples = new byte[1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * i);
        }
        Image image = Image.of(new ImageSize(100, 10), 1, samples);
        float[] values = new float[1000];
        Normalisation.fit(List.of(image)).write(image, values, 0);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        assertEquals(0, sum / 1000, 1e-6);
        assertEquals(1, squares / 1000, 1e-6);
    }

    /** Trainings may not change by a bit, whichever way is taken to the value. */
    @Test
    void valuesAreComputedInDoubleAndRoundedOnceToTheLastBit() {
        CounterRandom random = new CounterRandom(1);
        for (int i = 0; i < 300; i++) {
            int channels = new int[] {1, 3, 4}[i % 3];
            List<Double> mean = new ArrayList<>();
            List<Double> std = new ArrayList<>();
            for (int channel = 0; channel < channels; channel++) {
                // Every fourth mean is a level, so that the value there is 0 or nearly.
                mean.add(i % 4 == 0 ? random.nextInt(256) / 255.0 : random.nextDouble());
                std.add(1 - random.nextDouble() * (i % 2 == 0 ? 0.5 : 0.999));
            }
            assertExact(new Normalisation(mean, std), channels);
        }
        assertExact(Normalisation.scaleOnly(3), 3);
        assertExact(new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)), 3);
    }

    private static void assertExact(Normalisation normalisation, int channels) {
        byte[] samples = new byte[259 * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / channels);
        }
        Image image = Image.of(new ImageSize(37, 7), channels, samples);
        float[] pixels = new float[samples.length + 1];
        float[] planes = new float[samples.length + 1];
        normalisation.write(image, pixels, 1);
        normalisation.writePlanes(
                new RasterRows(new Raster(image.samples(), image.width(), image.height(), image.channels())),
                planes,
                1,
                new Scratch());
        for (int i = 0; i < samples.length; i++) {
            int channel = i % channels;
            double exact = ((samples[i] & 0xff) / 255.0 - normalisation.mean().get(channel))
                    / normalisation.std().get(channel);
            int bits = Float.floatToRawIntBits((float) exact);
            assertEquals(bits, Float.floatToRawIntBits(pixels[1 + i]), normalisation + " at " + i);
            assertEquals(bits, Float.floatToRawIntBits(planes[1 + channel * 259 + i / channels]));
        }
    }

    @Test
    void otherChannelsThanFittedAreRefused() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Normalisation.scaleOnly(3).write(pixel(1), new float[1], 0));
        assertEquals("normalisation is for 3 channels, the image has 1", e.getMessage());
    }

    @Test
    void imagesWithDifferentChannelsCannotBeFittedTogether() {
        assertEquals(
                "images with 1 and with 3 channels in one set; data.prepare.channels would make them alike",
                TestSets.refusal(() -> Normalisation.fit(List.of(pixel(1), pixel(1, 2, 3)))));
    }
}
