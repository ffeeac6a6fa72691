package io.augstream.lab.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the provenance of a report.json. */
final class OriginReader {
    private OriginReader() {}

    static Origin read(ReportValue provenance) {
        return new Origin(
                software(provenance),
                provenance.get("pipeline_sha256").text(),
                seeds(provenance.get("seeds")),
                digests(provenance.get("data").get("sha256")),
                provenance.get("data").get("test_redrawn").flag());
    }

    private static Map<String, String> software(ReportValue provenance) {
        Map<String, String> software = new LinkedHashMap<>();
        software.put("augstream", provenance.get("augstream").text());
        ReportValue java = provenance.get("java");
        software.put(
                "java",
                Stream.of("version", "vm", "vendor")
                        .map(part -> java.get(part).text())
                        .collect(Collectors.joining(", ")));
        software.put("kernels", provenance.get("kernels").text());
        return software;
    }

    private static List<Long> seeds(ReportValue seeds) {
        List<Long> read = seeds.list().stream().map(ReportValue::whole).toList();
        if (read.isEmpty() || read.stream().distinct().count() < read.size()) {
            throw seeds.wrong("one seed or more, each once");
        }
        return read;
    }

    /** Splits that there need not be are read where they are there. */
    private static Map<String, String> digests(ReportValue sha256) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String split : List.of(Origin.FILES, "train", "test")) {
            digests.put(split, sha256.get(split).text());
        }
        sha256.keys().forEach(key -> digests.put(key, sha256.get(key).text()));
        return digests;
    }
}
