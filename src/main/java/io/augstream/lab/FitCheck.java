package io.augstream.lab;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Shape;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import java.util.List;

/**
 * Whether stages and batches fit images that are known by now. Tried before the first training, so that what does not
 * fit is refused at its line of the file and not hours later as a failed run.
 */
final class FitCheck {
    private final ExperimentSettings settings;
    private final Shape images;

    FitCheck(ExperimentSettings settings, Shape images) {
        this.settings = settings;
        this.images = images;
    }

    /**
     * Tries every stage of every arm on a blank image.
     *
     * @throws SettingsException if one cannot be applied, or changes the size: the network takes one
     */
    void stages() {
        for (Arm arm : settings.measure().arms()) {
            arm.pipeline().stages().forEach(stage -> StageProbe.misfit(stage, images)
                    .ifPresent(problem -> {
                        throw stageError(
                                stage.name(), "arm '" + arm.name() + "': stage '" + stage.name() + "' " + problem);
                    }));
        }
    }

    /**
     * Batch normalisation learns from how the images of a batch differ, and one image has nothing to differ from.
     *
     * @throws SettingsException if batches of one image meet such a layer; a last batch of one joins its predecessor
     */
    void batches(List<LayerSpec> layers) {
        if (settings.train().batch() == 1 && layers.stream().anyMatch(BatchNorm.class::isInstance)) {
            String problem = "must be at least 2 for a network with batch_norm: one image has no batch statistics";
            throw settings.file()
                    .root()
                    .section("train")
                    .find("batch")
                    .map(value -> value.error(problem))
                    .orElseGet(() -> new SettingsException("train.batch: " + problem));
        }
    }

    private SettingsException stageError(String name, String problem) {
        List<Value> items = settings.file().root().list("stages");
        for (int i = 0; i < items.size(); i++) {
            if (settings.stageNames().get(i).equals(name)) {
                return items.get(i).error(problem);
            }
        }
        return new SettingsException(problem);
    }
}
