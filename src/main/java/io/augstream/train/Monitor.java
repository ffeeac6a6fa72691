package io.augstream.train;

import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a decision about a training looks at. All of it is on the validation split: the test split is never decided on. */
public enum Monitor {
    /** Mean cross-entropy; lower is better. */
    VALIDATION_LOSS {
        @Override
        double gain(Score best, Score now) {
            return best.loss() - now.loss();
        }
    },
    /** Share of images named rightly; higher is better. */
    VALIDATION_ACCURACY {
        @Override
        double gain(Score best, Score now) {
            return now.accuracy() - best.accuracy();
        }
    };

    /** By how much {@code now} is better than {@code best}; no number where either is none. */
    abstract double gain(Score best, Score now);

    /** From {@code validation_loss} or {@code validation_accuracy}. */
    static Monitor from(Value value) {
        String written = value.text();
        List<String> names = Arrays.stream(values())
                .map(monitor -> monitor.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(written);
        if (index >= 0) {
            return values()[index];
        }
        if (written.toLowerCase(Locale.ROOT).startsWith("test")) {
            throw value.error(
                    "'" + written + "' would decide on the test split, and its score would no longer tell how the"
                            + " network does on unseen images; monitor validation_loss or validation_accuracy");
        }
        throw value.error("'" + written + "' is not known" + Suggestion.of(written, names));
    }
}
