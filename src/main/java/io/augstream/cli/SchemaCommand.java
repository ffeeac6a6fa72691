package io.augstream.cli;

import io.augstream.pipeline.StageSchema;
import io.augstream.settings.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code augstream schema}: what a pipeline file may say, for editors. */
@Command(
        name = "schema",
        header = "Print the JSON Schema (draft 2020-12) of a pipeline file, for editors.",
        descriptionHeading = "%n",
        description = {
            "Editors that know it complete and check stages as one types; of data, train and measure their keys, and values of one"
                    + " type; of a network's layers and of claims nothing.",
            "",
            "With the YAML language server, a file's first line tells where the schema lies:"
                    + " # yaml-language-server: $schema=augstream.schema.json"
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  augstream schema > augstream.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Json.document(StageSchema.of(FileSchema.sections())));
        out.flush();
        return ExitCode.DONE;
    }
}
