package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Shows the picture as seen from aside: its frame's corners go where they are told, lines stay straight, and the frame itself stays.
 * torchvision's {@code perspective}, with corners that are those of the frame and not of pixels.
 *
 * <p>What lies on the horizon and behind it is no place of the picture's plane: whatever the border, there is the fill.
 *
 * @param topLeft where that corner goes; the four make a convex quadrilateral in their order, or else {@link #isConvex} is false
 *     and the picture would fold
 * @param border what is seen outside the picture; neighbours outside blend with those inside
 * @param fill the level outside, for {@link Border#CONSTANT}, and behind the horizon
 */
public record Perspective(
        Corner topLeft,
        Corner topRight,
        Corner bottomRight,
        Corner bottomLeft,
        Interpolation interpolation,
        Border border,
        Fill fill)
        implements Operation {
    /** The least area that corners of it span, in pictures, to keep divisions by it in bounds. */
    private static final double FLAT = 1e-6;

    public Perspective {
        if (!isConvex(topLeft, topRight, bottomRight, bottomLeft)) {
            throw new IllegalArgumentException(
                    "the corners must make a convex quadrilateral, clockwise from the upper left one, got "
                            + told(topLeft) + ", " + told(topRight) + ", " + told(bottomRight) + ", "
                            + told(bottomLeft));
        }
    }

    /** Whether a picture can have these corners. */
    public static boolean isConvex(Corner topLeft, Corner topRight, Corner bottomRight, Corner bottomLeft) {
        return topLeft.turn(topRight, bottomRight) > FLAT
                && topRight.turn(bottomRight, bottomLeft) > FLAT
                && bottomRight.turn(bottomLeft, topLeft) > FLAT
                && bottomLeft.turn(topLeft, topRight) > FLAT;
    }

    private static String told(Corner corner) {
        return "(" + corner.x() + ", " + corner.y() + ")";
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        Homography back = forth(image.size()).inverse();
        return Resampling.resample(image, image.size(), back, interpolation, border, fill);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        Homography forth = forth(size);
        return Optional.of(new PerspectiveMovement(forth, forth.inverse(), size, border));
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        Homography back = forth(image.size()).inverse();
        return Resampling.rows(image, image.size(), back, interpolation, border, fill, scratch);
    }

    private Homography forth(ImageSize size) {
        return Homography.ofCorners(size, topLeft, topRight, bottomRight, bottomLeft);
    }
}
