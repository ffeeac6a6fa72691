package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Elastic;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/** An {@link Elastic} with a fresh field an image, and its {@code alpha} and {@code sigma} uniform in a range. */
public record ElasticDistortion(Range alpha, Range sigma, Interpolation interpolation, Border border, Fill fill)
        implements Augmentation {
    public ElasticDistortion {
        alpha.check(drawn -> new Elastic(drawn, 0, interpolation, border, fill, 0));
        sigma.check(drawn -> new Elastic(0, drawn, interpolation, border, fill, 0));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new Elastic(alpha.draw(random), sigma.draw(random), interpolation, border, fill, random.nextLong());
    }
}
