package io.augstream.operation;

import io.augstream.image.ImageSize;

/**
 * Gives the picture more pixels on its sides, exactly: every sample keeps its value. torchvision's {@code Pad}.
 *
 * @param left columns in front, in [0, 65535]
 * @param top rows above, likewise
 * @param right columns behind, likewise
 * @param bottom rows below, likewise
 * @param border what is seen there
 * @param fill the level there, for {@link Border#CONSTANT}
 */
public record Pad(int left, int top, int right, int bottom, Border border, Fill fill) implements SpecialCase {
    public Pad {
        for (int pixels : new int[] {left, top, right, bottom}) {
            Limits.check("pixels", pixels, 0, 65_535, " on each side");
        }
    }

    @Override
    public ImageSize resultSize(ImageSize source) {
        return new ImageSize(left + source.width() + right, top + source.height() + bottom);
    }

    @Override
    public Operation general(ImageSize source) {
        return new Crop(-left, -top, resultSize(source), border, fill);
    }
}
