package io.augstream.cli;

import io.augstream.run.ClassShare;
import io.augstream.settings.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How {@code predict} writes what it found: for people, for spreadsheets, for programs. */
interface PredictionLines {
    /** With its line break, or nothing. */
    String heading();

    /** @param shares of all classes, likeliest first */
    String line(Path image, List<ClassShare> shares);

    /** A line an image, at most 80 columns unless the classes' names are long. */
    static PredictionLines table(List<String> classes, int top, List<Path> images) {
        int longest =
                images.stream().mapToInt(path -> path.toString().length()).max().orElse(0);
        int name = classes.stream().mapToInt(String::length).max().orElse(0);
        int width = Math.max("image".length(), Math.min(longest, Math.max(24, 80 - top * (name + 9))));
        return new PredictionLines() {
            @Override
            public String heading() {
                return ConfusionTable.left("image", width) + "  likeliest first\n";
            }

            @Override
            public String line(Path image, List<ClassShare> shares) {
                String path = image.toString();
                String shown = path.length() > width ? "…" + path.substring(path.length() - width + 1) : path;
                return (ConfusionTable.left(shown, width)
                                + shares.stream()
                                        .limit(top)
                                        .map(share -> String.format(
                                                Locale.ROOT,
                                                "  %-" + Math.max(1, name) + "s %5.1f%%",
                                                classes.get(share.label()),
                                                100 * share.share()))
                                        .collect(Collectors.joining()))
                        .stripTrailing();
            }
        };
    }

    /** A row an image and class; quoted as RFC 4180 says. */
    static PredictionLines csv(List<String> classes, int top) {
        return new PredictionLines() {
            @Override
            public String heading() {
                return "image,rank,class,probability\n";
            }

            @Override
            public String line(Path image, List<ClassShare> shares) {
                return IntStream.range(0, Math.min(top, shares.size()))
                        .mapToObj(rank -> quoted(image.toString()) + "," + (rank + 1) + ","
                                + quoted(classes.get(shares.get(rank).label())) + ","
                                + Json.line(shares.get(rank).share()))
                        .collect(Collectors.joining("\n"));
            }
        };
    }

    /** A line an image. */
    static PredictionLines json(List<String> classes, int top) {
        return new PredictionLines() {
            @Override
            public String heading() {
                return "";
            }

            @Override
            public String line(Path image, List<ClassShare> shares) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("image", image.toString());
                line.put(
                        "classes",
                        shares.stream()
                                .limit(top)
                                .map(share -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("class", classes.get(share.label()));
                                    one.put("probability", share.share());
                                    return one;
                                })
                                .toList());
                return Json.line(line);
            }
        };
    }

    private static String quoted(String field) {
        boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
