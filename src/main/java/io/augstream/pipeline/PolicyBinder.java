package io.augstream.pipeline;

import io.augstream.augment.Augmentation;
import io.augstream.augment.MagnitudeBins;
import io.augstream.augment.PolicySpace;
import io.augstream.augment.Selection;
import io.augstream.operation.Interpolation;
import io.augstream.settings.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Binds the policies. A policy is made of what is there: a {@code one_of} of its operations, or a sequence of such, so that its draws
 * have paths and streams of their own, as {@code rand_augment/2/shear_x}.
 */
final class PolicyBinder {
    private static final int MOST_OPERATIONS = 100;

    private PolicyBinder() {}

    static Stage randAugment(Section s) {
        String name = s.text("name", "rand_augment");
        double p = s.number("p", 1);
        int count = s.integer("num_ops", 2);
        if (count < 1 || count > MOST_OPERATIONS) {
            throw new IllegalArgumentException("num_ops must lie in [1, " + MOST_OPERATIONS + "], got " + count);
        }
        Map<String, Augmentation> operations =
                operations(s, PolicySpace.RAND_AUGMENT, MagnitudeBins.only(s.integer("magnitude", 9)));
        List<Stage> rounds = IntStream.rangeClosed(1, count)
                .<Stage>mapToObj(round -> oneOf(Integer.toString(round), 1, operations))
                .toList();
        return new Combinator(name, p, rounds, new Selection.All());
    }

    static Stage trivialAugmentWide(Section s) {
        return oneOf(
                s.text("name", "trivial_augment_wide"),
                s.number("p", 1),
                operations(s, PolicySpace.TRIVIAL_AUGMENT_WIDE, MagnitudeBins.all()));
    }

    private static Map<String, Augmentation> operations(Section s, PolicySpace space, MagnitudeBins bins) {
        return space.operations(
                bins, s.choice("interpolation", Interpolation.class, Interpolation.BILINEAR), StageValues.fill(s));
    }

    private static Combinator oneOf(String name, double p, Map<String, Augmentation> operations) {
        List<Stage> stages = new ArrayList<>();
        operations.forEach((operation, augmentation) -> stages.add(new SingleStage(operation, 1, augmentation)));
        return new Combinator(name, p, stages, new Selection.One(Collections.nCopies(stages.size(), 1.0)));
    }
}
