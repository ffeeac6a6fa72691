package io.augstream.lab;

import io.augstream.lab.statistics.VerdictRule;
import io.augstream.lab.statistics.Verdicts;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The {@code measure} section of a pipeline file.
 *
 * @param seeds distinct, at least one; each trains every arm once
 * @param arms names distinct, at least one
 * @param baseline the arm that all others are compared with
 * @param primary what verdicts, their p and {@code smallest_effect} are of
 * @param scoreEvery every so many epochs are scored, and the last; at least 1
 * @param workers runs at a time, at least 1; without a say in the results
 * @param rule how verdicts are reached; {@code smallest_effect} is the smallest difference of the primary metric that
 *     matters
 * @param worth which arms are asked how many images they are worth, if any
 * @param redrawnTest the share of the training images that each seed keeps aside to be tested on, in (0, 1), where the set has no
 *     test split
 */
public record MeasureSettings(
        List<Long> seeds,
        List<Arm> arms,
        String baseline,
        Metric primary,
        int scoreEvery,
        int workers,
        VerdictRule rule,
        Optional<WorthSettings> worth,
        OptionalDouble redrawnTest) {
    public static final int DEFAULT_SEEDS = 5;
    private static final int MOST_SEEDS = 10_000;

    public MeasureSettings {
        seeds = List.copyOf(seeds);
        arms = List.copyOf(arms);
        if (seeds.isEmpty() || new HashSet<>(seeds).size() < seeds.size()) {
            throw new IllegalArgumentException("seeds must be at least one, and all different, got " + seeds);
        }
        if (scoreEvery < 1) {
            throw new IllegalArgumentException("score_every must be at least 1, got " + scoreEvery);
        }
        redrawnTest.ifPresent(share -> {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("redrawn_test must lie in (0, 1), got " + share);
            }
            if (worth.isPresent()) {
                throw new IllegalArgumentException(
                        "redrawn_test and 'worth' do not go together: its intervals are of seeds"
                                + " that share no images");
            }
        });
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, got " + workers);
        }
    }

    MeasureSettings afterALook() {
        return new MeasureSettings(
                seeds, arms, baseline, primary, scoreEvery, workers, rule.afterALook(), worth, redrawnTest);
    }

    /** The baseline alone and {@code arm}, on {@link #freshSeeds}. */
    MeasureSettings confirming(Arm arm) {
        VerdictRule unseen = new VerdictRule(rule.smallestEffect(), false);
        return new MeasureSettings(
                freshSeeds(),
                List.of(arm(baseline), arm),
                baseline,
                primary,
                scoreEvery,
                workers,
                unseen,
                Optional.empty(),
                redrawnTest);
    }

    /** Seeds that have trained no arm: as many again, but enough for a verdict, numbered on from the largest. */
    public List<Long> freshSeeds() {
        long largest = Collections.max(seeds);
        int count = Math.max(seeds.size(), Verdicts.LEAST_SEEDS);
        return LongStream.rangeClosed(largest + 1, largest + count).boxed().toList();
    }

    /** @throws IllegalArgumentException if no arm is called so */
    Arm arm(String name) {
        return arms.stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm is called '" + name + "'"));
    }

    /**
     * Binds the section: by default 5 seeds, no stage against each and all, every epoch scored, a run for each core.
     *
     * @param file what the arms change
     */
    public static MeasureSettings from(Section section, TrainingFile file) {
        return section.build(measure -> {
            List<Arm> arms = ArmBinder.bind(measure, file);
            Metric primary = primary(measure);
            return new MeasureSettings(
                    measure.find("seeds").map(MeasureSettings::seeds).orElseGet(() -> count(DEFAULT_SEEDS)),
                    arms,
                    baseline(measure, arms),
                    primary,
                    measure.integer("score_every", 1),
                    measure.integer("workers", Runtime.getRuntime().availableProcessors()),
                    new VerdictRule(smallestEffect(measure, primary), false),
                    WorthBinder.bind(measure, arms),
                    measure.find("redrawn_test").stream()
                            .mapToDouble(Value::number)
                            .findFirst());
        });
    }

    private static Metric primary(Section measure) {
        Metric primary = measure.choice("primary", Metric.class, Metric.TEST_ACCURACY);
        if (!primary.isScore()) {
            String scores = Arrays.stream(Metric.values())
                    .filter(Metric::isScore)
                    .map(Metric::id)
                    .collect(Collectors.joining(", "));
            throw measure.get("primary")
                    .error("must be one of " + scores + "; " + primary.id()
                            + " is no score, so claims alone may name it");
        }
        return primary;
    }

    /** Where the file does not name it: the arm without stages, or the first of a sweep or of sizes alone. */
    private static String baseline(Section measure, List<Arm> arms) {
        List<String> names = arms.stream().map(Arm::name).toList();
        Optional<Value> named = measure.find("baseline");
        if (named.isPresent()) {
            String name = named.get().text();
            if (!names.contains(name)) {
                throw named.get().error("no arm is called '" + name + "'" + Suggestion.of(name, names));
            }
            return name;
        }
        if (names.contains(Arm.NONE)) {
            return Arm.NONE;
        }
        if (measure.find("arms").isPresent()) {
            throw measure.get("arms")
                    .error("the arm '" + Arm.NONE
                            + "' is missing; all others are compared with it, unless 'baseline' names another");
        }
        return names.get(0);
    }

    /** A share cannot change by more than all of it; a loss can change by more than a nat. */
    private static OptionalDouble smallestEffect(Section measure, Metric primary) {
        OptionalDouble effect = measure.find("smallest_effect").stream()
                .mapToDouble(Value::number)
                .findFirst();
        if (primary.isShare() && effect.isPresent() && !(effect.getAsDouble() > 0 && effect.getAsDouble() < 1)) {
            throw new IllegalArgumentException("smallest_effect must lie in (0, 1), got " + effect.getAsDouble());
        }
        return effect;
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
