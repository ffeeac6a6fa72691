package io.augstream.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code augstream}: what it is for, and its subcommands. */
@Command(
        name = "augstream",
        description = {
            "Augments images, trains networks on them, and measures what each augmentation" + " does to overfitting.",
            "",
            "Everything is said in a pipeline file: the data, the stages that change the"
                    + " training images, the network and its training."
        },
        descriptionHeading = "%n",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:the work failed",
            "  2:the command line or the pipeline file is wrong",
            "  3:the data is wrong",
            "  4:a claim's answer is not the expected one (measure --strict)",
            "  5:the network's health is refused (train --fail-on-unhealthy)",
            "130:stopped by Ctrl-C (143: by SIGTERM); train has written a checkpoint"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream measure pipelines/quickstart.yaml",
            "  augstream compare runs/quickstart runs/quickstart-slow",
            "  augstream train pipelines/quickstart.yaml --out runs/shapes",
            "  augstream preprocess pipelines/quickstart.yaml --in photos --out augmented",
            "  augstream apply turn.yaml cat.jpg turned.png",
            "  augstream preview turn.yaml cat.jpg --out sheet.png",
            "",
            "'augstream COMMAND --help' tells the rest."
        },
        versionProvider = Version.class,
        subcommands = {
            MeasureCommand.class,
            CompareCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            PreprocessCommand.class,
            ApplyCommand.class,
            ReplayCommand.class,
            PreviewCommand.class,
            SummaryCommand.class,
            SchemaCommand.class
        })
final class Augstream implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli asks the annotation
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and end.")
    private boolean help;

    @SuppressWarnings("UnusedVariable") // picocli asks the annotation
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of augstream and of Java, and end.")
    private boolean version;

    @Option(
            names = "--stacktrace",
            hidden = true,
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure arose.")
    private boolean stacktrace;

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }

    boolean stacktrace() {
        return stacktrace;
    }

    /** The top command above {@code command}. */
    static Augstream of(CommandLine command) {
        return (Augstream) command.getCommandSpec().root().userObject();
    }
}
