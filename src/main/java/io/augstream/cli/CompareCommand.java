package io.augstream.cli;

import io.augstream.lab.compare.SideBySide;
import io.augstream.lab.compare.SideBySideJson;
import io.augstream.lab.compare.SideBySideText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code augstream compare}: finished experiments side by side. */
@Command(
        name = "compare",
        header = "Put finished experiments side by side, and tell what differs.",
        descriptionHeading = "%n",
        description = {
            "Shows each run's arms (test accuracy, gap, difference against the run's baseline, verdict), the settings and"
                    + " data in which the runs differ, and, where two runs share images and seeds, the differences between"
                    + " their arms of the same name, paired by seed, with 95%% intervals.",
            "",
            "Runs of the same name are called by their folders."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  augstream compare runs/quickstart runs/quickstart-slow", "  augstream compare runs/* --json"})
final class CompareCommand implements Callable<Integer> {
    private static final int FEWEST = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Two or more: folders that 'augstream measure' wrote, or their report.json.")
    private List<Path> runs;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        if (runs.size() < FEWEST) {
            throw new ParameterException(
                    spec.commandLine(), "at least two runs are compared, got " + runs.size() + ": " + runs.get(0));
        }
        SideBySide both = SideBySide.of(runs);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? SideBySideJson.of(both) : SideBySideText.of(both));
        out.flush();
        return ExitCode.DONE;
    }
}
