package io.augstream.lab.report;

import io.augstream.lab.Answer;
import io.augstream.lab.Claim;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Statement;
import io.augstream.lab.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The claims of a file and their answers, for a terminal of 80 columns; ASCII only but for the claims' own texts. */
public final class ClaimTable {
    private static final int WIDTH = 80;
    private static final int INDENT = 14;
    private static final String NO_CONTROL =
            "All claims are expected to hold. A control, one that must not, would show that"
                    + " they could have failed: expected: not_shown, or contradicted.";

    private ClaimTable() {}

    /** Two lines or more a claim, each ended by a line feed; nothing where there is no claim. */
    public static String of(ExperimentResult experiment) {
        List<ClaimResult> claims = experiment.claims();
        if (claims.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(heading(experiment));
        for (ClaimResult result : claims) {
            List<String> lines = new ArrayList<>(Notes.broken(result.claim().text(), WIDTH - INDENT));
            lines.addAll(Notes.broken(difference(result), WIDTH - INDENT));
            for (int i = 0; i < lines.size(); i++) {
                String answer = i == 0 ? result.answer().words() : "";
                text.append(String.format(Locale.ROOT, "%-" + INDENT + "s%s%n", answer, lines.get(i)));
            }
        }
        if (claims.stream().allMatch(claim -> claim.claim().expected() == Answer.HELD)) {
            Notes.broken(NO_CONTROL, WIDTH).forEach(line -> text.append(line).append('\n'));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String heading(ExperimentResult experiment) {
        int claims = experiment.claims().size();
        boolean corrected = claims > 1
                && experiment.claims().stream().anyMatch(claim -> claim.pHolm().isPresent());
        return "claims" + (experiment.isExploratory() ? ", exploratory" : "")
                + (corrected ? "; p after Holm's correction over these " + claims : "") + "\n";
    }

    private static String difference(ClaimResult result) {
        Claim claim = result.claim();
        if (result.untold().isPresent()) {
            return claim.metric().id() + " cannot be told " + result.untold().get();
        }
        Estimate estimate = result.estimate().orElseThrow();
        String p = result.pHolm().isPresent()
                ? "p " + PValue.related(result.pHolm().getAsDouble())
                : "too few seeds";
        String unexpected = result.isExpected() || result.answer() == Answer.NOT_JUDGED
                ? ""
                : "; expected: " + claim.expected().words();
        return claim.metric().id() + ", " + compared(claim, estimate) + ", " + p + unexpected;
    }

    private static String compared(Claim claim, Estimate estimate) {
        Figure figure = Figure.of(claim.metric());
        if (claim.statement() instanceof Statement.Between between) {
            return claim.arm() + ": " + written(figure.mean(estimate), figure.unit()) + ", claimed "
                    + between.words(claim.metric().isShare());
        }
        String arms = claim.statement() instanceof Statement.Effects effects
                ? "(" + claim.arm() + " - " + effects.minus() + ") - (" + effects.than() + " - " + effects.thanMinus()
                        + ")"
                : claim.arm() + " - " + ((Statement.Against) claim.statement()).than();
        return arms + ": " + written(figure.difference(estimate), figure.unitOfChange());
    }

    private static String written(TableRow.Cell cell, String unit) {
        String interval = cell.halfWidth().isEmpty() ? "" : " +-" + cell.halfWidth();
        return (cell.mean() + interval + " " + unit).strip();
    }
}
