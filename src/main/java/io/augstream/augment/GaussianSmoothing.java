package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.GaussianBlur;
import io.augstream.operation.Operation;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A {@link GaussianBlur} with a standard deviation uniform in {@code sigma}.
 *
 * @param kernelSize absent for one that fits the drawn sigma
 */
public record GaussianSmoothing(Range sigma, OptionalInt kernelSize, Border border) implements Augmentation {
    public GaussianSmoothing {
        sigma.check(drawn -> new GaussianBlur(drawn, kernelSize.orElse(1), border));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        double drawn = sigma.draw(random);
        return new GaussianBlur(drawn, kernelSize.orElseGet(() -> GaussianBlur.kernelSizeFor(drawn)), border);
    }
}
