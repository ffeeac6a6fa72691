package io.augstream.lab.report;

import io.augstream.dataset.DataException;
import io.augstream.image.IoReason;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a report.json that lies in a folder tells of how it came about.
 *
 * @param seeds none where there is no report
 * @param exploratory whether it had seeds added after a look
 */
record EarlierReport(List<Long> seeds, boolean exploratory) {
    static final EarlierReport NONE = new EarlierReport(List.of(), false);

    EarlierReport {
        seeds = List.copyOf(seeds);
    }

    /** @throws DataException if the file is none of ours */
    static EarlierReport read(Path report) {
        if (!Files.exists(report)) {
            return NONE;
        }
        try {
            Section root = Settings.parse(Files.readString(report), report.toString(), Path.of("/"))
                    .root();
            List<Value> seeds = root.section("provenance").get("seeds").list();
            return new EarlierReport(seeds.stream().map(Value::whole).toList(), root.flag("exploratory", false));
        } catch (IOException e) {
            throw new DataException(report + ": cannot be read: " + IoReason.of(e, report), e);
        } catch (SettingsException e) {
            throw new DataException("not a report of ours; --force would replace it: " + e.getMessage(), e);
        }
    }
}
