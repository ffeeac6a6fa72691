package io.augstream.targets;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to an image and moves with it.
 *
 * @param mask of the image's size, a label a pixel and channel; labels are taken as they are and never blended, and where nothing of the
 *     image is seen they are 0
 * @param boxes within the image
 * @param keypoints within the image
 * @param leastVisible share of a box's area that must still be seen for the box to stay, in [0, 1]; 0 keeps whatever is seen at all.
 *     Albumentations' {@code min_visibility}
 * @param sides names of points that change places in a mirror, either by the other: {@code left_eye} and {@code right_eye}
 */
public record Targets(
        Optional<Image> mask,
        List<Box> boxes,
        List<Keypoint> keypoints,
        double leastVisible,
        Map<String, String> sides) {
    public static final Targets NONE = new Targets(Optional.empty(), List.of(), List.of(), 0, Map.of());

    /** Pixels that a place may lie outside by rounding, as where shares of a side were multiplied by it. */
    private static final double ROUNDING = 1e-3;

    public Targets {
        boxes = List.copyOf(boxes);
        keypoints = List.copyOf(keypoints);
        sides = Map.copyOf(sides);
        for (Map.Entry<String, String> side : sides.entrySet()) {
            if (!side.getKey().equals(sides.get(side.getValue()))) {
                throw new IllegalArgumentException("sides must name either by the other, and '" + side.getKey()
                        + "' becomes '" + side.getValue() + "', which becomes '" + sides.get(side.getValue()) + "'");
            }
        }
        if (!(leastVisible >= 0 && leastVisible <= 1)) {
            throw new IllegalArgumentException("leastVisible must lie in [0, 1], got " + leastVisible);
        }
    }

    public Targets withMask(Image other) {
        return new Targets(Optional.of(other), boxes, keypoints, leastVisible, sides);
    }

    public Targets withBoxes(List<Box> others) {
        return new Targets(mask, others, keypoints, leastVisible, sides);
    }

    public Targets withKeypoints(List<Keypoint> others) {
        return new Targets(mask, boxes, others, leastVisible, sides);
    }

    public Targets withLeastVisible(double share) {
        return new Targets(mask, boxes, keypoints, share, sides);
    }

    /** @param pairs of names of points, as {@code [[left_eye, right_eye]]}, that change places in a mirror */
    public Targets withSides(List<List<String>> pairs) {
        Map<String, String> both = new HashMap<>();
        for (List<String> pair : pairs) {
            if (pair.size() != 2) {
                throw new IllegalArgumentException("sides must be pairs of names, got " + pair);
            }
            if (pair.get(0).equals(pair.get(1))) {
                throw new IllegalArgumentException("sides must name two points each, got " + pair);
            }
            both.put(pair.get(0), pair.get(1));
            both.put(pair.get(1), pair.get(0));
        }
        return new Targets(mask, boxes, keypoints, leastVisible, both);
    }

    /** @throws IllegalArgumentException if the mask is of another size than the image, or a box or a point lies outside of it */
    public void requireWithin(ImageSize image) {
        mask.filter(one -> !one.size().equals(image)).ifPresent(one -> {
            throw new IllegalArgumentException(
                    "mask must be of the image's size, " + image + ", and is of " + one.size());
        });
        mask.filter(one -> one.depth() != Depth.EIGHT_BIT).ifPresent(one -> {
            throw new IllegalArgumentException(
                    "mask must be an 8-bit image, whose samples are labels, and is " + one.depth());
        });
        for (Box box : boxes) {
            boolean across = isWithin(box.left(), 0, image.width()) && isWithin(box.right(), 0, image.width());
            if (!across || !isWithin(box.top(), 0, image.height()) || !isWithin(box.bottom(), 0, image.height())) {
                throw new IllegalArgumentException(box + " must lie within the image of " + image + ", in x from 0 to "
                        + image.width() + " and in y from 0 to " + image.height());
            }
        }
        for (Keypoint point : keypoints) {
            if (!isWithin(point.x(), -0.5, image.width() - 0.5) || !isWithin(point.y(), -0.5, image.height() - 0.5)) {
                throw new IllegalArgumentException(
                        point + " must lie within the image of " + image + ", in x from -0.5 to "
                                + (image.width() - 0.5) + " and in y from -0.5 to " + (image.height() - 0.5));
            }
        }
    }

    private static boolean isWithin(double value, double low, double high) {
        return value >= low - ROUNDING && value <= high + ROUNDING;
    }
}
