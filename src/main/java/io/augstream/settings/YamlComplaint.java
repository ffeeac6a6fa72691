package io.augstream.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the YAML parser has to say, on one line. Its own message has several: what it was doing and what it found, each
 * with a position and a drawing of the place.
 *
 * @param line from 1, of what it found; 0 where it names none
 */
record YamlComplaint(String text, int line) {
    /** A line that is not indented, and the position below it where there is one. Drawings are indented. */
    private static final Pattern PART = Pattern.compile("(?m)^(\\S.*)(?:\\R in .*?, line (\\d+), column \\d+)?");

    /** Names a class of the parser's. */
    private static final Pattern INNARDS = Pattern.compile(", got this instead: <.*");

    static YamlComplaint of(JsonProcessingException error) {
        String message = INNARDS.matcher(error.getOriginalMessage()).replaceAll("");
        List<MatchResult> parts = PART.matcher(message).results().toList();
        int fallback = error.getLocation() == null ? 0 : error.getLocation().getLineNr();
        if (parts.isEmpty()) {
            return new YamlComplaint("cannot be parsed", fallback);
        }
        MatchResult found = parts.get(parts.size() - 1);
        int line = line(found, fallback);
        if (parts.size() == 1) {
            return new YamlComplaint(found.group(1), line);
        }
        MatchResult doing = parts.get(0);
        int begun = line(doing, line);
        String from = begun == line ? "" : " from line " + begun;
        return new YamlComplaint(found.group(1) + ", " + doing.group(1) + from, line);
    }

    private static int line(MatchResult part, int otherwise) {
        return part.group(2) == null ? otherwise : Integer.parseInt(part.group(2));
    }
}
