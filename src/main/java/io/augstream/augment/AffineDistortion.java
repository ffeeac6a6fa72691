package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Affine;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/**
 * An {@link Affine} map, each of its numbers uniform in a range of its own.
 *
 * @param pixels drawn for either axis on its own; positive is right and down
 */
public record AffineDistortion(
        Range degrees,
        Range shear,
        Range shearY,
        Range scale,
        Range aspect,
        Range pixels,
        Interpolation interpolation,
        Border border,
        Fill fill)
        implements Augmentation {
    public AffineDistortion {
        degrees.check(drawn -> new Affine(drawn, 0, 0, 1, 1, 0, 0, interpolation, border, fill));
        shear.check(drawn -> new Affine(0, drawn, 0, 1, 1, 0, 0, interpolation, border, fill));
        shearY.check(drawn -> new Affine(0, 0, drawn, 1, 1, 0, 0, interpolation, border, fill));
        scale.check(drawn -> new Affine(0, 0, 0, drawn, 1, 0, 0, interpolation, border, fill));
        aspect.check(drawn -> new Affine(0, 0, 0, 1, drawn, 0, 0, interpolation, border, fill));
        pixels.check(drawn -> new Affine(0, 0, 0, 1, 1, drawn, drawn, interpolation, border, fill));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        double angle = degrees.draw(random);
        double lean = shear.draw(random);
        double growth = scale.draw(random);
        double widening = aspect.draw(random);
        double right = pixels.draw(random);
        double down = pixels.draw(random);
        // Came last: what was drawn before there was a second shear is drawn still.
        double leanY = shearY.draw(random);
        return new Affine(angle, lean, leanY, growth, widening, right, down, interpolation, border, fill);
    }
}
