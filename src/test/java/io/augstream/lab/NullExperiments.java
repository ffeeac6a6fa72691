package io.augstream.lab;

import io.augstream.lab.statistics.ArmComparison;
import io.augstream.lab.statistics.Verdict;
import io.augstream.lab.statistics.VerdictRule;
import io.augstream.lab.statistics.Verdicts;
import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import io.augstream.settings.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Real experiments in which nothing has an effect: all arms have the same stage under a name of its own, and differ by its
 * draws alone. The first arm is the baseline. Pictures of 6x6 pixels, brighter on the left or on the right under noise,
 * are drawn once; each experiment has seeds of its own.
 */
final class NullExperiments {
    private static final int SIDE = 6;
    private static final int POOL = 400;
    private static final int TEST = 500;
    private static final String FILE =
            """
            data: {root: ., train_size: 24}
            stages: [%s]
            network:
              - flatten
              - dense: {units: classes}
            train: {epochs: 2, batch: 8, learning_rate: 0.1}
            measure: {workers: 1, score_every: 2}
            """;

    private final Settings settings;
    private final int arms;
    private final int seeds;

    /** @param arms but for the baseline */
    NullExperiments(Path folder, int arms, int seeds) throws IOException {
        this.arms = arms;
        this.seeds = seeds;
        String stages = IntStream.rangeClosed(0, arms)
                .mapToObj(arm -> "noise: {std: 0.5, name: " + name(arm) + "}")
                .collect(Collectors.joining(", "));
        this.settings = Settings.parse(String.format(FILE, stages), "calibration.yaml", folder);
        draw(folder, "train", POOL);
        draw(folder, "t10k", TEST);
    }

    /** Whether any arm of experiment {@code index} helps or hurts. */
    boolean findsAnEffect(int index) {
        List<Long> own = LongStream.rangeClosed(1, seeds)
                .map(seed -> (long) index * seeds + seed)
                .boxed()
                .toList();
        ExperimentSettings experiment = ExperimentSettings.from(
                settings.with("measure.seeds", own.toString()).with("measure.arms", "[none, each_stage]"),
                "calibration");
        List<ArmResult> results =
                new Experiment(experiment, ProgressListener.NONE).run().arms();
        ArmResult baseline = results.get(1);
        List<ArmComparison> comparisons = results.subList(2, 2 + arms).stream()
                .map(arm -> arm.judgedAgainst(baseline, Metric.TEST_ACCURACY))
                .toList();
        return Verdicts.of(comparisons, VerdictRule.DEFAULT).stream()
                .anyMatch(arm -> arm.verdict() == Verdict.HELPS || arm.verdict() == Verdict.HURTS);
    }

    private static String name(int arm) {
        return "noise_" + arm;
    }

    /** As MNIST's files are: a packed set is read again for each experiment much faster than a folder of pictures. */
    private static void draw(Path folder, String split, int pictures) throws IOException {
        CounterRandom random = RandomKey.of(20_26).with(split.hashCode()).random();
        ByteBuffer images = ByteBuffer.allocate(16 + pictures * SIDE * SIDE);
        images.putInt(0x803).putInt(pictures).putInt(SIDE).putInt(SIDE);
        ByteBuffer labels = ByteBuffer.allocate(8 + pictures).putInt(0x801).putInt(pictures);
        for (int picture = 0; picture < pictures; picture++) {
            boolean left = picture % 2 == 0;
            labels.put((byte) (picture % 2));
            for (int i = 0; i < SIDE * SIDE; i++) {
                boolean bright = left == (i % SIDE < SIDE / 2);
                double value = (bright ? 140 : 110) + 60 * random.nextGaussian();
                images.put((byte) Math.max(0, Math.min(255, value)));
            }
        }
        Files.write(folder.resolve(split + "-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve(split + "-labels-idx1-ubyte"), labels.array());
    }
}
