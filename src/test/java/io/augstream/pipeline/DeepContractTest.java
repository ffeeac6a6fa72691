package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.DeepPictures;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.operation.Operation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of stage in the catalog promises for pictures of 16 bits and floats. */
class DeepContractTest {
    private static final DrawKey KEY = new DrawKey(1, 2, "train/cat/1.png");
    private static final List<Depth> DEEP = List.of(Depth.SIXTEEN_BIT, Depth.FLOAT);

    /** Stages whose results lie within full scale whatever comes in; a JPEG's samples have no others. */
    private static final Set<String> CLIPPING = Set.of(
            "autocontrast",
            "brightness",
            "colour_jitter",
            "contrast",
            "equalize",
            "gamma",
            "grayscale",
            "hue",
            "invert",
            "jpeg",
            "noise",
            "posterize",
            "saturation",
            "sharpness",
            "solarize");

    static List<StageContractTest.Subject> subjects() {
        return StageContractTest.subjects();
    }

    private static Operation drawn(StageContractTest.Subject subject, Image image) {
        return subject.pipeline().draw(image.size(), KEY).get(0).operation();
    }

    /**
     * The levels are the same, so the results are but for rounding: 8 bits are rounded at the end, and the weights of their looks
     * to a twelfth of a bit. Where colours are adjusted step by step they are rounded after each, which a turn of a dark colour's
     * hue, of few levels, makes more of.
     */
    @ParameterizedTest
    @MethodSource("subjects")
    void widenedEightBitsGiveTheResultOfEightBits(StageContractTest.Subject subject) {
        for (int channels : new int[] {1, 3, 4}) {
            Image image = DeepPictures.random(Depth.EIGHT_BIT, 33, 20, channels);
            Image expected = subject.pipeline().apply(image, KEY);
            for (Depth depth : DEEP) {
                Image result = subject.pipeline().apply(image.at(depth), KEY);
                assertEquals(depth, result.depth());
                assertEquals(expected.size(), result.size());
                Image narrowed = result.at(Depth.EIGHT_BIT);
                double tolerance = subject.kind().equals("colour_jitter") ? 3 : 1;
                for (int i = 0; i < expected.length(); i++) {
                    assertEquals(expected.level(i), narrowed.level(i), tolerance, depth + ", sample " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theInputIsUntouched(StageContractTest.Subject subject) {
        for (Depth depth : DEEP) {
            Image image = DeepPictures.random(depth, 33, 20, 4);
            Image before = DeepPictures.random(depth, 33, 20, 4);
            Image output = subject.pipeline().apply(image, KEY);
            assertTrue(before.looksLike(image), depth + " was written to");
            assertTrue(!output.looksLike(image), depth + " came back as it was");
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyChannelCountAndSmallSizePasses(StageContractTest.Subject subject) {
        for (Depth depth : Depth.values()) {
            for (int channels : new int[] {1, 3, 4}) {
                for (int[] size : new int[][] {{1, 1}, {1, 7}, {7, 1}, {2, 2}}) {
                    Image image = DeepPictures.random(depth, size[0], size[1], channels);
                    Image output = subject.pipeline().apply(image, KEY);
                    assertEquals(depth, output.depth());
                    assertEquals(channels, output.channels());
                    assertEquals(drawn(subject, image).resultSize(image.size()), output.size());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void floatsBeyondFullScaleAreClippedByColoursAndNoiseAlone(StageContractTest.Subject subject) {
        Image bright = DeepPictures.random(Depth.FLOAT, 33, 20, 3);
        float[] samples = bright.floats().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += 2.5f;
        }
        Image output = subject.pipeline().apply(Image.of(bright.size(), 3, samples), KEY);
        int beyond = 0;
        for (float sample : output.floats()) {
            beyond += sample < 0 || sample > 1 ? 1 : 0;
        }
        assertEquals(!CLIPPING.contains(subject.kind()), beyond > 0, beyond + " samples");
    }

    /** Whole samples of 16 bits, of which one in 257 would be a level of 8. */
    @ParameterizedTest
    @MethodSource("subjects")
    void resultsAreFinerThanEightBits(StageContractTest.Subject subject) {
        // Of padded pictures most is fill.
        if (Set.of("jpeg", "pad", "posterize").contains(subject.kind())) {
            return;
        }
        Image output = subject.pipeline().apply(DeepPictures.random(Depth.SIXTEEN_BIT, 33, 20, 3), KEY);
        int coarse = 0;
        for (short sample : output.shorts()) {
            coarse += (sample & 0xffff) % 257 == 0 ? 1 : 0;
        }
        boolean oneGray = subject.settings().equals("factor: 0");
        assertTrue(oneGray || coarse < 0.7 * output.length(), coarse + " of " + output.length());
    }
}
