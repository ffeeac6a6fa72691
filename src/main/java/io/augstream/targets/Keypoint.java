package io.augstream.targets;

/**
 * A named point, in pixels with pixel centres at whole numbers: the upper left pixel's is (0, 0), the image's corner (−½, −½).
 *
 * @param name as {@code left_eye}; a picture of two people has two of that name
 */
public record Keypoint(double x, double y, String name) {
    public Keypoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a keypoint's x and y must be finite, got " + x + ", " + y);
        }
    }
}
