package io.augstream.lab.report;

import io.augstream.lab.DataSummary;
import java.util.ArrayList;
import java.util.List;

/** What varies from seed to seed, and so which variation an interval over seeds covers: never the choice of test images. */
final class Coverage {
    static final double LEVEL = 0.95;

    private Coverage() {}

    static List<String> of(DataSummary data) {
        List<String> covered =
                new ArrayList<>(List.of("initial weights", "sample order", "augmentation and dropout draws"));
        if (data.redrawn()) {
            covered.add(
                    "draw of training and test images from one pool (variance 1/n + n_test/n_train: Nadeau and Bengio 2003)");
            return covered;
        }
        if (data.drawsParts()) {
            covered.add(
                    data.takesAll()
                            ? "draw of the training images where an arm takes fewer than " + data.pool()
                            : "draw of the training images");
        }
        return covered;
    }
}
