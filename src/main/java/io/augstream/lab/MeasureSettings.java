package io.augstream.lab;

import io.augstream.lab.statistics.VerdictRule;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * The {@code measure} section of a pipeline file.
 *
 * @param seeds distinct, at least one; each trains every arm once
 * @param arms names distinct; {@link Arm#BASELINE} is among them
 * @param scoreTrain the training images are scored every so many epochs, and after the last; at least 1
 * @param workers runs at a time, at least 1; without a say in the results
 * @param rule how verdicts are reached; {@code smallest_effect} is the smallest difference of the primary metric that
 *     matters
 */
public record MeasureSettings(List<Long> seeds, List<Arm> arms, int scoreTrain, int workers, VerdictRule rule) {
    public static final int DEFAULT_SEEDS = 5;
    private static final int MOST_SEEDS = 10_000;

    public MeasureSettings {
        seeds = List.copyOf(seeds);
        arms = List.copyOf(arms);
        if (seeds.isEmpty() || new HashSet<>(seeds).size() < seeds.size()) {
            throw new IllegalArgumentException("seeds must be at least one, and all different, got " + seeds);
        }
        if (scoreTrain < 1) {
            throw new IllegalArgumentException("score_train must be at least 1, got " + scoreTrain);
        }
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, got " + workers);
        }
    }

    /**
     * Binds the section: by default 5 seeds, no stage against each and all, every epoch scored, a run for each core.
     *
     * @param pipeline the stages that arms may name
     */
    public static MeasureSettings from(Section section, Pipeline pipeline) {
        return section.build(measure -> new MeasureSettings(
                measure.find("seeds").map(MeasureSettings::seeds).orElseGet(() -> count(DEFAULT_SEEDS)),
                measure.find("arms")
                        .map(arms -> ArmBinder.bind(arms, pipeline))
                        .orElseGet(() -> ArmBinder.byDefault(pipeline)),
                measure.integer("score_train", 1),
                measure.integer("workers", Runtime.getRuntime().availableProcessors()),
                new VerdictRule(smallestEffect(measure), false)));
    }

    private static OptionalDouble smallestEffect(Section measure) {
        return measure.find("smallest_effect").stream()
                .mapToDouble(Value::number)
                .findFirst();
    }

    /** A list of seeds, or how many: then they are 1, 2, and so on. */
    private static List<Long> seeds(Value value) {
        if (value.isList()) {
            return value.list().stream().map(Value::whole).toList();
        }
        int count = value.integer();
        if (count < 1 || count > MOST_SEEDS) {
            throw value.error("must be a list of seeds, or a count in [1, " + MOST_SEEDS + "], got " + count);
        }
        return count(count);
    }

    private static List<Long> count(int seeds) {
        return LongStream.rangeClosed(1, seeds).boxed().toList();
    }
}
