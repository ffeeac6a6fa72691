package io.augstream.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.augment.Augmentation;
import io.augstream.image.ImageSize;
import io.augstream.operation.Unchanged;
import io.augstream.random.CounterRandom;
import java.util.List;

/** A stage that changes the image itself. */
@CheckReturnValue
public record SingleStage(String name, double p, Augmentation augmentation) implements Stage {
    public SingleStage {
        StageList.check(name, p);
    }

    /** One draw, of {@link Unchanged} where the stage does not apply. */
    @Override
    public List<Draw> draw(ImageSize size, DrawKey key, String path) {
        CounterRandom random = key.stream(path).random();
        boolean applies = random.nextDouble() < p;
        return StageMisfit.named(
                path, () -> List.of(new Draw(path, applies ? augmentation.draw(size, random) : new Unchanged())));
    }

    /** This stage with a {@code p} of 1: to try what it may do, however rarely it does it. */
    public SingleStage always() {
        return new SingleStage(name, 1, augmentation);
    }
}
