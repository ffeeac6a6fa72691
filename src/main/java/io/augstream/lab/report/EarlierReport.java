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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a report.json that lies in a folder tells of how it came about.
 *
 * @param seeds none where there is no report
 * @param exploratory whether it had seeds added after a look
 * @param lookedAt seeds whose results were told before it was written, and are no longer among its own
 * @param recommends whether it tells of a recommendation
 */
record EarlierReport(List<Long> seeds, boolean exploratory, List<Long> lookedAt, boolean recommends) {
    static final String LOOKED_AT = "seeds_looked_at";
    static final EarlierReport NONE = new EarlierReport(List.of(), false, List.of(), false);

    EarlierReport {
        seeds = List.copyOf(seeds);
        lookedAt = List.copyOf(lookedAt);
    }

    /** @throws DataException if the file is none of ours */
    static EarlierReport read(Path report) {
        if (!Files.exists(report)) {
            return NONE;
        }
        return ask(report, root -> {
            Section provenance = root.section("provenance");
            boolean recommends = root.find("recommendation")
                    .filter(value -> !value.isNothing())
                    .isPresent();
            return new EarlierReport(
                    whole(provenance.list("seeds")),
                    root.flag("exploratory", false),
                    provenance
                            .find(LOOKED_AT)
                            .map(Value::list)
                            .map(EarlierReport::whole)
                            .orElse(List.of()),
                    recommends);
        });
    }

    private static List<Long> whole(List<Value> seeds) {
        return seeds.stream().map(Value::whole).toList();
    }

    /**
     * Where its figures come from, as it stands there.
     *
     * @throws DataException if the file is none of ours, or gone
     */
    static Map<String, @Nullable Object> provenance(Path report) {
        return ask(report, root -> {
            Section section = root.section("provenance");
            Map<String, @Nullable Object> provenance = new LinkedHashMap<>();
            section.keys().forEach(key -> provenance.put(key, section.get(key).plain()));
            return provenance;
        });
    }

    private static <T> T ask(Path report, Function<Section, T> question) {
        try {
            return question.apply(Settings.parse(Files.readString(report), report.toString(), Path.of("/"))
                    .root());
        } catch (IOException e) {
            throw new DataException(report + ": cannot be read: " + IoReason.of(e, report), e);
        } catch (SettingsException e) {
            throw new DataException("not a report of ours; --force would replace it: " + e.getMessage(), e);
        }
    }
}
