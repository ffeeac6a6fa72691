package io.augstream.lab.compare;

import io.augstream.image.IoReason;
import io.augstream.run.Digests;
import io.augstream.run.TrainingFolder;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and reads what 'augstream measure' left behind. */
final class RunReader {
    private RunReader() {}

    /**
     * @param path a folder, or its report.json
     * @throws SettingsException if it is neither, or the report is not whole (a matter of the command line: exit code 2)
     */
    static FinishedRun read(Path path) {
        if (!Files.exists(path)) {
            throw new SettingsException(path + ": no such file or folder");
        }
        Path file = Files.isDirectory(path) ? reportIn(path) : path;
        String text = text(file);
        RunReport report = ReportReader.read(text, file.toString());
        KeptPipeline pipeline = KeptPipeline.beside(file, report.origin().pipelineSha256());
        return new FinishedRun(report.name(), path, Digests.of(text), report, pipeline);
    }

    private static Path reportIn(Path folder) {
        Path report = folder.resolve("report.json");
        if (Files.exists(report)) {
            return report;
        }
        if (Files.exists(new TrainingFolder(folder).last())) {
            throw new SettingsException(
                    folder + ": holds a training; only experiments are compared, which 'augstream measure' writes");
        }
        throw new SettingsException(
                folder
                        + ": has no report.json, which 'augstream measure' writes last: the run is unfinished, or this is no run");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + ": not a report.json: not UTF-8 text", e);
        } catch (IOException e) {
            throw new SettingsException(file + ": cannot be read: " + IoReason.of(e, file), e);
        }
    }
}
