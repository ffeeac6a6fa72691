package io.augstream.train;

import io.augstream.nn.Loss;
import io.augstream.nn.MeanSquaredError;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.settings.Section;
import java.util.Map;

/** The {@code loss} and {@code label_smoothing} of a {@code train} section. */
final class LossSettings {
    private enum Kind {
        CROSS_ENTROPY,
        MEAN_SQUARED_ERROR
    }

    private LossSettings() {}

    /** Cross-entropy without smoothing where nothing is said. */
    static Loss from(Section train) {
        return switch (train.choice("loss", Kind.class, Kind.CROSS_ENTROPY)) {
            case CROSS_ENTROPY -> new SoftmaxCrossEntropy(train.number("label_smoothing", 0));
            case MEAN_SQUARED_ERROR -> {
                if (train.keys().contains("label_smoothing")) {
                    throw train.get("label_smoothing").error("belongs to the loss cross_entropy");
                }
                yield new MeanSquaredError();
            }
        };
    }

    static void write(Loss loss, Map<String, Object> train) {
        train.put("loss", loss.kind());
        if (loss instanceof SoftmaxCrossEntropy crossEntropy) {
            train.put("label_smoothing", crossEntropy.smoothing());
        }
    }
}
