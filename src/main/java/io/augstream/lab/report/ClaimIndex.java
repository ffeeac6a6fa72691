package io.augstream.lab.report;

import io.augstream.dataset.StagedFile;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Statement;
import io.augstream.lab.report.page.IndexPage;
import io.augstream.lab.statistics.Estimate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What stands above the folders of several experiments: index.html, and claims.md, the same table for a README. */
public final class ClaimIndex {
    private ClaimIndex() {}

    /**
     * @param folder in which each experiment has a folder of its name
     * @throws java.io.UncheckedIOException if a file cannot be written; the message names it
     */
    public static void write(Path folder, List<ExperimentResult> experiments) {
        publish(folder.resolve("index.html"), IndexPage.of(experiments));
        publish(folder.resolve("claims.md"), markdown(experiments));
    }

    private static void publish(Path file, String text) {
        StagedFile.write(file, text.getBytes(StandardCharsets.UTF_8)).publish();
    }

    static String markdown(List<ExperimentResult> experiments) {
        StringBuilder table = new StringBuilder("| file | claim | came out, 95% | answer |\n|---|---|---|---|\n");
        for (ExperimentResult experiment : experiments) {
            String name = experiment.name();
            for (ClaimResult claim : experiment.claims()) {
                table.append(row(name, claim, experiment.isExploratory()));
                name = "";
            }
        }
        return table.toString();
    }

    private static String row(String name, ClaimResult result, boolean exploratory) {
        return "| " + escaped(name) + " | " + escaped(result.claim().text()) + " | " + cameOut(result) + " | "
                + result.answer().words() + (exploratory ? ", exploratory" : "")
                + (result.isExpected() ? "" : " (!)") + " |\n";
    }

    /** So that nothing in it is taken for Markdown's tables or for HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|");
    }

    private static String cameOut(ClaimResult result) {
        if (result.estimate().isEmpty()) {
            return "cannot be told";
        }
        Estimate estimate = result.estimate().get();
        Figure figure = Figure.of(result.claim().metric());
        boolean mean = result.claim().statement() instanceof Statement.Between;
        TableRow.Cell cell = mean ? figure.mean(estimate) : figure.difference(estimate);
        String interval = cell.halfWidth().isEmpty() ? "" : " ±" + cell.halfWidth();
        return (cell.mean() + interval + " " + (mean ? figure.unit() : figure.unitOfChange())).strip();
    }
}
