package io.augstream.train.health;

import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.train.Score;
import io.augstream.train.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Holds the verdicts against what became of networks that were drawn by chance: a program, not a test. <i>Broken</i> is one
 * whose numbers ended, or whose loss over the last epoch is above 0.9 of that of a guess; <i>healthy</i> is another that is right
 * on 90% of fresh points; the rest is left out and counted. Prints a matrix for those that the rules were tuned on and one for those that were
 * kept out, and each network that was judged wrongly.
 */
@CommandLine.Command(name = "health-calibration")
final class HealthCalibrationMain implements Callable<Integer> {
    private static final int STEPS = 20;

    /** Of which looks see fewer images than it takes to count a unit as dead. */
    private static final int SMALL_BATCH = 8;

    private static final int FRESH = 2048;
    private static final double BROKEN = 0.9;
    private static final double RIGHT = 0.9;

    @Option(names = "--each", defaultValue = "300", description = "broken and healthy networks")
    private int each;

    @Option(names = "--epochs", defaultValue = "30", description = "of 20 steps")
    private int epochs;

    @Option(names = "--batch", defaultValue = "256", description = "points a step")
    private int batch;

    @Option(names = "--threads", defaultValue = "2", description = "networks at a time")
    private int threads;

    @Option(names = "--from", defaultValue = "0", description = "number of the first network")
    private int from;

    private HealthCalibrationMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HealthCalibrationMain()).execute(arguments));
    }

    private enum Fate {
        BROKEN,
        HEALTHY,
        NEITHER
    }

    private record Judged(DrawnNetwork network, Fate fate, String outcome, Diagnosis diagnosis) {}

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        List<Judged> kept = new ArrayList<>();
        Map<Fate, Integer> counts = new LinkedHashMap<>();
        try {
            for (int number = from; least(counts) < each; number += 4 * threads) {
                List<Future<Judged>> some = new ArrayList<>();
                for (int i = number; i < number + 4 * threads; i++) {
                    DrawnNetwork network = DrawnNetwork.of(i, epochs, batch);
                    some.add(workers.submit(() -> judged(network)));
                }
                for (Future<Judged> one : some) {
                    Judged judged = one.get();
                    if (counts.merge(judged.fate(), 1, Integer::sum) <= each || judged.fate() == Fate.NEITHER) {
                        kept.add(judged);
                    }
                }
            }
        } finally {
            workers.shutdownNow();
        }
        reportLayers();
        report(
                "tuned on",
                kept.stream().filter(one -> !one.network().isKeptOut()).toList());
        report(
                "kept out",
                kept.stream().filter(one -> one.network().isKeptOut()).toList());
        return 0;
    }

    private static void reportLayers() {
        List<BrokenLayer> all = new ArrayList<>(BrokenLayer.all(new Points(256, STEPS, 1)));
        all.addAll(BrokenLayer.all(new Points(SMALL_BATCH, STEPS, 1)));
        int named = 0;
        for (BrokenLayer broken : all) {
            Diagnosis diagnosis = broken.diagnosis();
            named += broken.isNamedBy(diagnosis) ? 1 : 0;
            if (!broken.isNamedBy(diagnosis)) {
                System.out.println(broken.kind() + " at " + broken.layer() + " is called " + diagnosis.line());
            }
        }
        System.out.println(
                named + " of " + all.size() + " layers that were broken one at a time are named, by their kind.");
    }

    private static int least(Map<Fate, Integer> counts) {
        return Math.min(counts.getOrDefault(Fate.BROKEN, 0), counts.getOrDefault(Fate.HEALTHY, 0));
    }

    private Judged judged(DrawnNetwork drawn) {
        Points points = new Points(batch, STEPS, drawn.scale());
        KnownFate fate = new KnownFate(drawn.layers(), drawn.train(), points, drawn.number() + 1L);
        Diagnosis diagnosis = fate.diagnosis();
        if (fate.failed()) {
            return new Judged(drawn, Fate.BROKEN, "numbers ended", diagnosis);
        }
        double loss = fate.lastLoss();
        Score score = Scorer.score(fate.network(), points.fresh(Math.max(1, FRESH / batch)), new SoftmaxCrossEntropy());
        String outcome = String.format(Locale.ROOT, "loss %.3g, right %.2f", loss, score.accuracy());
        boolean broken = !(loss <= BROKEN * Math.log(Points.CLASSES));
        boolean right = score.accuracy() >= RIGHT;
        Fate became = broken == right ? Fate.NEITHER : broken ? Fate.BROKEN : Fate.HEALTHY;
        return new Judged(drawn, became, outcome, diagnosis);
    }

    private void report(String part, List<Judged> judged) {
        System.out.println();
        System.out.println("| " + part + " | "
                + Arrays.stream(Verdict.values()).map(Verdict::words).collect(Collectors.joining(" | ")) + " |");
        System.out.println("|---|" + "---|".repeat(Verdict.values().length));
        for (Fate fate : Fate.values()) {
            List<Judged> those =
                    judged.stream().filter(one -> one.fate() == fate).toList();
            System.out.println("| " + fate.name().toLowerCase(Locale.ROOT) + ", " + those.size() + " | "
                    + Arrays.stream(Verdict.values())
                            .map(verdict -> Long.toString(those.stream()
                                    .filter(one -> one.diagnosis().verdict() == verdict)
                                    .count()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        System.out.println("Of the broken are told before a fifth of the steps: "
                + Arrays.stream(Verdict.values())
                        .filter(Verdict::isUnhealthy)
                        .map(verdict -> early(judged, verdict))
                        .collect(Collectors.joining(", "))
                + ".");
        judged.stream()
                .filter(HealthCalibrationMain::isWrong)
                .forEach(one -> System.out.println(one.fate() + " (" + one.outcome() + ") is called "
                        + one.diagnosis().line() + "\n    " + one.network()));
    }

    private String early(List<Judged> judged, Verdict verdict) {
        List<Long> steps = judged.stream()
                .filter(one -> one.fate() == Fate.BROKEN && one.diagnosis().verdict() == verdict)
                .map(one -> one.diagnosis().firstStep())
                .sorted()
                .toList();
        long early =
                steps.stream().filter(step -> step <= (long) epochs * STEPS / 5).count();
        return early + " of " + steps.size() + " " + verdict.words() + " (median step "
                + (steps.isEmpty() ? "none" : steps.get(steps.size() / 2) + 1) + ")";
    }

    private static boolean isWrong(Judged judged) {
        boolean ill = judged.diagnosis().verdict().isUnhealthy();
        return judged.fate() == Fate.BROKEN && !ill || judged.fate() == Fate.HEALTHY && ill;
    }
}
