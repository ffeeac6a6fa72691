package io.augstream.cli;

import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command begins with: the pipeline file, and the values of it that the command line changes. */
final class PipelineFile {
    /** What a file may hold beside its stages. */
    static final List<String> SECTIONS = List.of("name", "data", "network", "train", "measure", "claims");

    private static final String DATA_ROOT = "data.root";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "PIPELINE", description = "The pipeline file (YAML).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = {
                "Change a value of the file, as often as wanted: --set train.epochs=5, --set stages.rotate.p=0.5.",
                "Where data.root is set, it is relative to the working directory."
            })
    private List<String> overrides = new ArrayList<>();

    /** Another file, with the same overrides. */
    PipelineFile other(Path path) {
        PipelineFile other = new PipelineFile();
        other.command = command;
        other.file = path;
        other.overrides = overrides;
        return other;
    }

    Path path() {
        return file;
    }

    /** What the file is called without its ending: the name of an experiment that has none. */
    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** The file and its overrides as they stand on the command line. */
    String written() {
        StringBuilder text = new StringBuilder(file.toString());
        overrides.forEach(override -> text.append(" --set ").append(override));
        return text.toString();
    }

    /** The file with its overrides. */
    Settings settings() {
        if (Files.isDirectory(file)) {
            throw new SettingsException(file + ": is a folder, not a pipeline file");
        }
        Settings settings = Settings.read(file);
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        command.commandLine(), "--set takes KEY=VALUE, such as train.epochs=5, got '" + override + "'");
            }
            String key = override.substring(0, equals);
            String value = override.substring(equals + 1);
            settings = settings.with(
                    key,
                    key.equals(DATA_ROOT) && !value.isBlank()
                            ? quoted(Path.of(value).toAbsolutePath())
                            : value);
        }
        return settings;
    }

    /** The file with its overrides, for the data set in {@code data} instead of its own. */
    Settings settingsFor(Path data) {
        return settings().with(DATA_ROOT, quoted(data.toAbsolutePath()));
    }

    /** The file with its overrides, for a command that reads no data set: it need not name one. */
    Settings settingsWithoutData() {
        Settings settings = settings();
        return settings.root().section("data").find("root").isPresent() ? settings : settings.with(DATA_ROOT, ".");
    }

    /** The stages alone, which a file for {@code apply} and {@code preprocess} must hold; the rest is another command's. */
    static Pipeline stages(Settings settings) {
        return settings.root().build(root -> {
            root.get("stages").list();
            root.allow(SECTIONS);
            return Pipeline.from(settings);
        });
    }

    /** As YAML text, whatever characters the path holds. */
    private static String quoted(Path path) {
        return "'" + path.normalize().toString().replace("'", "''") + "'";
    }
}
