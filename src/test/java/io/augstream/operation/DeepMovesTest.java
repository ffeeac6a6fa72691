package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.DeepPictures;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of 16 bits and floats that are moved and not mixed keep every bit. */
class DeepMovesTest {
    /** Which sample of a picture of 7 × 5 is seen at (x, y); negative for the fill. */
    interface Seen {
        int[] at(int x, int y);
    }

    record Move(Operation operation, int width, int height, Seen seen) {}

    static List<Move> moves() {
        Fill fill = new Fill(List.of(51));
        Interpolation bilinear = Interpolation.BILINEAR;
        Interpolation bicubic = Interpolation.BICUBIC;
        Border constant = Border.CONSTANT;
        return List.of(
                new Move(new Mirror(Axis.HORIZONTAL), 7, 5, (x, y) -> new int[] {6 - x, y}),
                new Move(new Mirror(Axis.VERTICAL), 7, 5, (x, y) -> new int[] {x, 4 - y}),
                new Move(new Shift(2, -1, constant, fill), 7, 5, (x, y) -> new int[] {x - 2, y + 1}),
                new Move(new Shift(-9, 0, constant, fill), 7, 5, (x, y) -> new int[] {x + 9, y}),
                new Move(new Shift(3, 0, Border.WRAP, fill), 7, 5, (x, y) -> new int[] {(x + 4) % 7, y}),
                new Move(new Crop(-2, 3, new ImageSize(12, 4), constant, fill), 12, 4, (x, y) ->
                        new int[] {x - 2, y + 3}),
                new Move(new Pad(1, 2, 0, 3, constant, fill), 8, 10, (x, y) -> new int[] {x - 1, y - 2}),
                new Move(new Resize(new ImageSize(14, 10), ResizeFilter.NEAREST, true), 14, 10, (x, y) ->
                        new int[] {x / 2, y / 2}),
                new Move(
                        new ResizedCrop(2, 1, new ImageSize(4, 3), new ImageSize(4, 3), ResizeFilter.LANCZOS, true),
                        4,
                        3,
                        (x, y) -> new int[] {x + 2, y + 1}),
                new Move(
                        new Perspective(
                                new Corner(0, 0),
                                new Corner(1, 0),
                                new Corner(1, 1),
                                new Corner(0, 1),
                                bicubic,
                                constant,
                                fill),
                        7,
                        5,
                        (x, y) -> new int[] {x, y}),
                new Move(new Rotate(90, bilinear, constant, fill, true), 5, 7, (x, y) -> new int[] {6 - y, x}),
                new Move(new Rotate(180, bicubic, constant, fill, false), 7, 5, (x, y) -> new int[] {6 - x, 4 - y}),
                new Move(new RotateAndCrop(-90, new ImageSize(5, 7), false, bilinear), 5, 7, (x, y) ->
                        new int[] {y, 4 - x}),
                new Move(new Affine(0, 0, 0, 1, 1, 1, 2, bilinear, constant, fill), 7, 5, (x, y) ->
                        new int[] {x - 1, y - 2}));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void everySampleKeepsItsValue(Move move) {
        for (Depth depth : Depth.values()) {
            for (int channels : new int[] {1, 3, 4}) {
                Image image = DeepPictures.random(depth, 7, 5, channels);
                Image moved = move.operation().apply(image);
                assertEquals(depth, moved.depth());
                assertEquals(new ImageSize(move.width(), move.height()), moved.size());
                for (int i = 0; i < moved.length(); i++) {
                    int[] from = move.seen().at(i / channels % move.width(), i / channels / move.width());
                    boolean inside = from[0] >= 0 && from[0] < 7 && from[1] >= 0 && from[1] < 5;
                    // A float's 51 levels are 0.2, rounded to a float.
                    double fill = depth == Depth.FLOAT ? 255 * (double) 0.2f : 51;
                    double expected = inside ? image.level((from[1] * 7 + from[0]) * channels + i % channels) : fill;
                    assertEquals(expected, moved.level(i), 0.0, depth + ", sample " + i);
                }
            }
        }
    }

    @Test
    void betweenTwoSixteenBitSamplesLiesOneThatEightBitsCouldNotHold() {
        Image image = Image.of(new ImageSize(2, 1), 1, new short[] {1000, 1010});
        Operation half = new Affine(0, 0, 0, 1, 1, 0.5, 0, Interpolation.BILINEAR, Border.REPLICATE, Fill.ZERO);
        assertArrayEquals(new short[] {1000, 1005}, half.apply(image).shorts());
        Operation third = new Affine(0, 0, 0, 1, 1, 0.3, 0, Interpolation.BILINEAR, Border.REPLICATE, Fill.ZERO);
        assertArrayEquals(new short[] {1000, 1007}, third.apply(image).shorts());
    }

    @Test
    void betweenFloatsBeyondFullScaleNothingIsRoundedOrClipped() {
        Image image = Image.of(new ImageSize(2, 1), 1, new float[] {-1.5f, 4f});
        Operation quarter = new Affine(0, 0, 0, 1, 1, 0.25, 0, Interpolation.BILINEAR, Border.REPLICATE, Fill.ZERO);
        // 0.75 of 4 and 0.25 of -1.5.
        assertArrayEquals(new float[] {-1.5f, 2.625f}, quarter.apply(image).floats());
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void anErasedRectangleHasItsFillAndAllElseIsAsItWas(Depth depth) {
        Image image = DeepPictures.random(depth, 7, 5, 3);
        Image erased = new Erase(-1, 2, 4, 9, new Fill(List.of(0, 255, 0))).apply(image);
        for (int i = 0; i < image.length(); i++) {
            boolean painted = i / 3 % 7 < 3 && i / 21 >= 2;
            assertEquals(painted ? i % 3 == 1 ? 255 : 0 : image.level(i), erased.level(i), 0.0);
        }
    }
}
