package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.AdjustColours;
import io.augstream.operation.AdjustColours.Step;
import io.augstream.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** {@link AdjustColours} with each strength uniform in its range, in any order, each as likely (torchvision's ColorJitter). */
public record ColourJitter(Range brightness, Range contrast, Range saturation, Range hue) implements Augmentation {
    private static final List<Step> STEPS = List.of(Step.values());

    public ColourJitter {
        brightness.check(drawn -> new AdjustColours(drawn, 1, 1, 0, STEPS));
        contrast.check(drawn -> new AdjustColours(1, drawn, 1, 0, STEPS));
        saturation.check(drawn -> new AdjustColours(1, 1, drawn, 0, STEPS));
        hue.check(drawn -> new AdjustColours(1, 1, 1, drawn, STEPS));
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        return new AdjustColours(
                brightness.draw(random),
                contrast.draw(random),
                saturation.draw(random),
                hue.draw(random),
                order(random));
    }

    private static List<Step> order(RandomGenerator random) {
        List<Step> left = new ArrayList<>(STEPS);
        List<Step> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove((int) (random.nextDouble() * left.size())));
        }
        return order;
    }
}
