package io.augstream.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.augment.Selection;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stage that applies stages of its own: all, some or one of them, as {@code selection} draws.
 *
 * <p>Each of them has a stream of its own, called after its path, and the combinator one for its choice. Every stage gets its
 * lot from the latter by its name. So another stage in the list leaves the draws of all others as they are, and changes the
 * choice only where it is itself chosen.
 *
 * @param stages at least one, of different names
 */
@CheckReturnValue
public record Combinator(String name, double p, List<Stage> stages, Selection selection) implements Stage {
    /** @throws IllegalArgumentException if something is wrong; the message begins with the setting */
    public Combinator {
        StageList.check(name, p);
        stages = StageList.distinct(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages must hold at least one stage");
        }
        selection.requireFor(stages.size());
    }

    /** Those of its stages that can ever be chosen: not one of weight 0. */
    public List<Stage> choosable() {
        return IntStream.range(0, stages.size())
                .filter(selection::mayChoose)
                .mapToObj(stages::get)
                .toList();
    }

    /** The draws of the stages that are chosen, in the order in which they apply; none where the combinator does not. */
    @Override
    public List<Draw> draw(ImageSize size, DrawKey key, String path) {
        RandomKey stream = key.stream(path);
        CounterRandom random = stream.random();
        boolean applies = random.nextDouble() < p;
        if (!applies) {
            return List.of();
        }
        double[] lots = stages.stream()
                .mapToDouble(stage -> stream.with(stage.name()).random().nextDouble())
                .toArray();
        List<Stage> chosen =
                selection.choose(lots, random).stream().map(stages::get).toList();
        return StageList.draw(chosen, size, key, path + "/");
    }
}
