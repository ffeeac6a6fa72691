package io.augstream.lab.report;

import io.augstream.dataset.StagedFile;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.ExperimentResult;
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
        StringBuilder table = new StringBuilder("| file | claim | difference, 95% | answer |\n|---|---|---|---|\n");
        for (ExperimentResult experiment : experiments) {
            String name = experiment.name();
            for (ClaimResult claim : experiment.claims()) {
                table.append(row(name, claim));
                name = "";
            }
        }
        return table.toString();
    }

    private static String row(String name, ClaimResult result) {
        return "| " + name + " | " + result.claim().text().replace("|", "\\|") + " | " + difference(result) + " | "
                + result.answer().words() + (result.isExpected() ? "" : " (!)") + " |\n";
    }

    private static String difference(ClaimResult result) {
        Figure figure = Figure.of(result.claim().metric());
        Estimate estimate = result.paired().difference();
        String interval = estimate.halfWidth().isPresent()
                ? " ±" + figure.difference(estimate).halfWidth()
                : "";
        return (figure.difference(estimate).mean() + interval + " " + figure.unitOfChange()).strip();
    }
}
