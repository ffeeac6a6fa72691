package io.augstream.lab.report.page;

import io.augstream.lab.Answer;
import io.augstream.lab.Arm;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Verdict;
import io.augstream.lab.statistics.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The question and its answer, in sentences made from the verdicts. */
final class Headline {
    private static final int MOST_NAMED = 3;

    private final ExperimentSettings settings;
    private final ExperimentResult result;

    Headline(ExperimentSettings settings, ExperimentResult result) {
        this.settings = settings;
        this.result = result;
    }

    String question() {
        if (!result.claims().isEmpty()) {
            return result.claims().size() == 1 ? "Does the claim hold?" : "Do the claims hold?";
        }
        return "What does each " + (changesStagesAlone() ? "augmentation" : "change") + " do to overfitting?";
    }

    /** Where a file claims something, that comes first. */
    Html answer() {
        Html answers = claims().plus(verdicts());
        return result.isExploratory()
                ? Html.text("Exploratory, as seeds were added after a look at results: ")
                        .plus(answers)
                : answers;
    }

    private Html claims() {
        List<ClaimResult> claims = result.claims();
        if (claims.isEmpty()) {
            return Html.NONE;
        }
        if (claims.get(0).answer() == Answer.NOT_JUDGED) {
            return Html.text("Not judged: ");
        }
        String counts = Arrays.stream(Answer.values())
                .map(answer -> counted(answer, claims))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
        long unexpected = claims.stream().filter(claim -> !claim.isExpected()).count();
        return Html.text("Of " + claims.size() + (claims.size() == 1 ? " claim " : " claims ") + counts
                + (unexpected == 0 ? ", all as expected. " : ", " + unexpected + " not as expected. "));
    }

    private static String counted(Answer answer, List<ClaimResult> claims) {
        long count = claims.stream().filter(claim -> claim.answer() == answer).count();
        return count == 0 ? "" : count + " " + answer.words();
    }

    private Html verdicts() {
        if (result.arms().size() == 1) {
            return Html.text("There is one arm alone, so nothing is compared.");
        }
        if (result.verdicts().isEmpty()) {
            int seeds = result.seeds().size();
            return Html.text("No answer yet: verdicts take at least " + Verdicts.LEAST_SEEDS + " seeds, and there "
                    + (seeds == 1 ? "is 1." : "are " + seeds + "."));
        }
        List<Html> sentences = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<String> arms = result.verdicts().stream()
                    .filter(arm -> arm.verdict() == verdict)
                    .map(ArmVerdict::arm)
                    .toList();
            if (!arms.isEmpty()) {
                sentences.add(sentence(verdict, arms));
            }
        }
        return Html.join(sentences, " ");
    }

    private Html sentence(Verdict verdict, List<String> arms) {
        boolean decided = verdict == Verdict.HELPS || verdict == Verdict.HURTS;
        List<Html> names = arms.stream()
                .map(arm -> decided ? named(arm).plus(Html.text(" (" + change(arm) + ")")) : named(arm))
                .toList();
        return listed(names.size() > MOST_NAMED + 1 ? shortened(names) : names)
                .plus(Html.text(" " + predicate(verdict, arms.size() > 1)));
    }

    /** A first line of twenty names is none. */
    private static List<Html> shortened(List<Html> names) {
        List<Html> some = new ArrayList<>(names.subList(0, MOST_NAMED));
        some.add(Html.text(names.size() - MOST_NAMED + " more"));
        return some;
    }

    private String predicate(Verdict verdict, boolean several) {
        return switch (verdict) {
            case HELPS, HURTS ->
                moved(verdict) + (several ? " " : "s ") + result.primary().words() + ".";
            case SMALLER_GAP_ONLY -> "only " + (several ? "shrink" : "shrinks") + " the gap.";
            case NO_EFFECT_SHOWN -> (several ? "are" : "is") + " not shown to have an effect.";
            case NO_EFFECT_LARGER ->
                (several ? "have" : "has") + " no effect larger than "
                        + Quantity.of(result.primary())
                                .size(result.rule().smallestEffect().orElseThrow()) + ".";
            case IDENTICAL -> (several ? "train" : "trains") + " exactly as the baseline.";
        };
    }

    /** What helps raises what shall be large, and lowers what shall be small. */
    private String moved(Verdict verdict) {
        boolean raised = (verdict == Verdict.HELPS) != result.primary().isLessBetter();
        return raised ? "raise" : "lower";
    }

    private String change(String arm) {
        Quantity quantity = Quantity.of(result.primary());
        return result.comparison(arm, result.primary())
                .map(Comparison::paired)
                .map(paired -> quantity.change(paired.difference().mean()) + " " + quantity.unitOfChange())
                .orElse("");
    }

    private static Html named(String arm) {
        return Element.of("strong").add(Html.name(arm)).html();
    }

    private static Html listed(List<Html> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : Html.join(names.subList(0, last), ", ")
                        .plus(Html.text(" and "))
                        .plus(names.get(last));
    }

    /** Whether every arm has other stages than the baseline, and nothing else that is other. */
    private boolean changesStagesAlone() {
        Arm baseline = arm(result.baseline().name());
        return result.arms().stream()
                .map(result -> arm(result.name()))
                .filter(arm -> !arm.equals(baseline))
                .allMatch(arm -> arm.changes().equals(baseline.changes())
                        && !arm.pipeline().stages().equals(baseline.pipeline().stages()));
    }

    private Arm arm(String name) {
        return settings.measure().arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
