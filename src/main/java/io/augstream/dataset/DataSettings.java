package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code data} of a pipeline file.
 *
 * @param root the data set's folder; in the file, relative to the file
 * @param format recognised from the folder where absent
 * @param validation the share of the training images taken as validation where the set brings none, in [0, 1); 0 takes
 *     none
 * @param trainSize how many training images each seed draws; all where absent
 */
public record DataSettings(
        Path root,
        @Nullable Format format,
        double validation,
        @Nullable Integer trainSize,
        Preparation preparation,
        NormalisationChoice normalisation,
        WhiteningChoice whitening) {
    public static final double DEFAULT_VALIDATION = 0.1;

    public DataSettings {
        if (!(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException("validation must lie in [0, 1), got " + validation);
        }
        if (trainSize != null && trainSize < 1) {
            throw new IllegalArgumentException("train_size must be at least 1, got " + trainSize);
        }
    }

    public static DataSettings from(Settings settings) {
        return from(settings.root().section("data"), settings.folder());
    }

    /** @param folder what a relative {@code root} is relative to */
    public static DataSettings from(Section data, Path folder) {
        return data.build(s -> {
            Section prepare = s.section("prepare").allow(List.of("normalise", "whiten"));
            return new DataSettings(
                    folder.resolve(s.get("root").text()).normalize(),
                    s.find("format").isEmpty() ? null : s.choice("format", Format.class, Format.IMAGE_FOLDER),
                    s.number("validation", DEFAULT_VALIDATION),
                    s.find("train_size").map(Value::integer).orElse(null),
                    prepare.build(Preparation::from),
                    NormalisationChoice.from(prepare),
                    WhiteningChoice.from(prepare));
        });
    }

    /**
     * What a run's network sees of the images.
     *
     * @param training its clean, prepared training images, at least one
     * @throws DataException if normalisation or whitening cannot be fitted to them
     */
    public NetworkInput input(List<Image> training) {
        return whitening.on(normalisation.on(training), training);
    }

    /** Opens the data set and takes the validation images from the training images where the set brings none. */
    public Dataset open() {
        return Splits.withValidation(Datasets.open(root, format), validation);
    }
}
