package io.augstream.cli;

import io.augstream.train.TestTimeAugmentation;
import picocli.CommandLine.Option;

/** Whether a trained network is asked of the mirror image too. */
final class Mirrored {
    @Option(
            names = "--mirrored",
            description = "Average the network's outputs over each image and its mirror image (test-time augmentation):"
                    + " takes twice as long.")
    private boolean mirrored;

    TestTimeAugmentation choice() {
        return mirrored ? TestTimeAugmentation.MIRROR : TestTimeAugmentation.NONE;
    }
}
