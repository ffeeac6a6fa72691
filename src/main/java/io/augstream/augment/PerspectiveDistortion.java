package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Corner;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import io.augstream.operation.Perspective;
import java.util.random.RandomGenerator;

/**
 * A {@link Perspective} whose corners each move inwards, by up to half of {@code distortion} of either side: torchvision's {@code
 * RandomPerspective}. Above 2/3 some corners would fold the picture, and others are drawn in their place.
 *
 * @param distortion uniform, in [0, 1]
 */
public record PerspectiveDistortion(Range distortion, Interpolation interpolation, Border border, Fill fill)
        implements Augmentation {
    public PerspectiveDistortion {
        distortion.check(share -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("distortion must lie in [0, 1], got " + share);
            }
        });
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        double farthest = distortion.draw(random) / 2;
        while (true) {
            Corner topLeft = inwards(0, 0, farthest, random);
            Corner topRight = inwards(1, 0, farthest, random);
            Corner bottomRight = inwards(1, 1, farthest, random);
            Corner bottomLeft = inwards(0, 1, farthest, random);
            if (Perspective.isConvex(topLeft, topRight, bottomRight, bottomLeft)) {
                return new Perspective(topLeft, topRight, bottomRight, bottomLeft, interpolation, border, fill);
            }
        }
    }

    private static Corner inwards(int x, int y, double farthest, RandomGenerator random) {
        return new Corner(Math.abs(x - farthest * random.nextDouble()), Math.abs(y - farthest * random.nextDouble()));
    }
}
