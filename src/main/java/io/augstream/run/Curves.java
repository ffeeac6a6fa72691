package io.augstream.run;

import io.augstream.dataset.DataException;
import io.augstream.dataset.StagedFile;
import io.augstream.image.IoReason;
import io.augstream.train.EpochReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A training's metrics.csv: a row an epoch, written anew after each, so that the file is whole at any time. */
final class Curves {
    private final Path file;
    private final List<String> rows;

    private Curves(Path file, List<String> rows) {
        this.file = file;
        this.rows = rows;
    }

    static Curves begin(Path file) {
        return new Curves(file, new ArrayList<>());
    }

    /**
     * Rows that the file has lost are made again out of the checkpoint, which knows everything of them but their times.
     *
     * @param done the epochs of the checkpoint
     * @throws DataException if the file cannot be read or is not the metrics of a training
     */
    static Curves goOn(Path file, List<EpochReport> done) {
        Curves curves = Files.exists(file) ? read(file) : begin(file);
        done.stream()
                .skip(curves.rows.size())
                .forEach(epoch -> curves.rows.add(EpochRow.of(epoch).csv()));
        return curves;
    }

    private static Curves read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.get(0).equals(EpochRow.HEADER)) {
                throw new DataException(
                        file + ": not the metrics of a training: its first line must be " + EpochRow.HEADER);
            }
            return new Curves(file, new ArrayList<>(lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + IoReason.of(e, file), e);
        }
    }

    /**
     * Puts a row in its place and writes the file. Rows behind it are of epochs that were trained after the checkpoint.
     *
     * @throws DataException if rows before it are missing
     */
    void add(EpochRow row) {
        if (rows.size() < row.epoch() - 1) {
            throw new DataException(file + ": has " + rows.size() + " epochs, and epoch " + row.epoch() + " follows");
        }
        rows.subList(row.epoch() - 1, rows.size()).clear();
        rows.add(row.csv());
        String text = EpochRow.HEADER + "\n" + String.join("\n", rows) + "\n";
        StagedFile.write(file, text.getBytes(StandardCharsets.UTF_8)).publish();
    }
}
