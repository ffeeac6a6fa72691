package io.augstream.lab;

import io.augstream.lab.statistics.Bound;
import io.augstream.lab.statistics.Bounded;
import io.augstream.lab.statistics.GeometricMean;
import io.augstream.lab.statistics.Interval;
import io.augstream.lab.statistics.LearningCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many images an arm's augmentation is worth: with n images it comes to a test accuracy for which training without
 * augmentation needs k times n.
 *
 * @param times k
 */
public record WorthResult(SizedArm arm, GeometricMean times) {
    /** @param arms among which are all that {@code settings} name, with the same seeds */
    static List<WorthResult> of(WorthSettings settings, List<ArmResult> arms) {
        return settings.with().stream()
                .map(arm -> new WorthResult(arm, times(arm, settings.without(), arms)))
                .toList();
    }

    private static GeometricMean times(SizedArm arm, List<SizedArm> without, List<ArmResult> arms) {
        List<Double> reached = accuracies(arm, arms);
        List<List<Double>> scores =
                without.stream().map(other -> accuracies(other, arms)).toList();
        List<Integer> sizes = without.stream().map(SizedArm::images).toList();
        List<Bounded> seeds = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            int seed = i;
            LearningCurve curve = new LearningCurve(
                    sizes, scores.stream().map(score -> score.get(seed)).toList());
            seeds.add(curve.sizeReaching(reached.get(i)).over(arm.images()));
        }
        return new GeometricMean(seeds);
    }

    private static List<Double> accuracies(SizedArm sized, List<ArmResult> arms) {
        ArmResult arm = arms.stream()
                .filter(result -> result.name().equals(sized.name()))
                .findFirst()
                .orElseThrow();
        return arm.runs().stream().map(Metric.TEST_ACCURACY::of).toList();
    }

    /** {@code At 30 images, augmentation was worth 2.91 times the images (95% interval 2.10 to 4.03).} */
    public String sentence() {
        String at = "At " + arm.images() + " images, ";
        return times.mean()
                .map(mean -> at + "augmentation was worth " + mean.bound().words() + number(mean.value())
                        + " times the images (" + remark() + ").")
                .orElse(at + "what augmentation was worth lies outside the sizes (" + remark() + ").");
    }

    private String remark() {
        if (times.interval().isPresent()) {
            Interval interval = times.interval().get();
            return "95% interval " + number(interval.low()) + " to " + number(interval.high());
        }
        int above = times.count(Bound.AT_LEAST);
        int below = times.count(Bound.AT_MOST);
        List<String> outside = new ArrayList<>();
        if (above > 0) {
            outside.add(above + " above the largest size");
        }
        if (below > 0) {
            outside.add(below + " below the smallest");
        }
        return outside.isEmpty()
                ? "one seed, so there is no interval"
                : "of " + times.seeds().size() + " seeds " + String.join(", ", outside);
    }

    private static String number(double times) {
        return String.format(Locale.ROOT, "%.2f", times);
    }
}
