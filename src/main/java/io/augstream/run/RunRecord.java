package io.augstream.run;

import io.augstream.dataset.DataException;
import io.augstream.dataset.NetworkInput;
import io.augstream.dataset.Normalisation;
import io.augstream.nn.Shape;
import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import io.augstream.train.Checkpoint;
import io.augstream.train.safetensors.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint tells beside its numbers: how they came about, and what the network's images must be like.
 *
 * @param pipeline the resolved pipeline file
 * @param classes the names; an output of the network is of the class in its place
 * @param image the shape of the network's input
 * @param input what the network sees of an image, fitted to the training images
 * @param data which images decided on the weights, in words; empty where a checkpoint does not tell
 */
public record RunRecord(
        String pipeline, long seed, List<String> classes, Shape image, NetworkInput input, String data) {
    private static final String KEY = "augstream.run";

    public RunRecord {
        classes = List.copyOf(classes);
    }

    /** What a training on {@code data} tells. */
    static RunRecord of(String pipeline, long seed, TrainingData data) {
        TrainingImages images = data.images();
        String words = images.training().size() + " training images (SHA-256 " + Digests.samples(images.training())
                + ") and " + images.validation().size() + " validation images ("
                + Digests.samples(images.validation()) + ")";
        return new RunRecord(pipeline, seed, data.classes(), data.shape(), images.input(), words);
    }

    /**
     * A training goes on with the images that it began with.
     *
     * @param now of the images that are there
     * @param file what errors call the checkpoint of this record
     * @throws DataException naming the first difference
     */
    void requireImages(RunRecord now, String file) {
        requireSame("classes", classes, now.classes, file);
        requireSame("image shape", image, now.image, file);
        requireSame("images", data.isEmpty() ? now.data : data, now.data, file);
        requireSame("mean", normalisation().mean(), now.normalisation().mean(), file);
        requireSame("std", normalisation().std(), now.normalisation().std(), file);
        requireSame("whitening", input.whitening(), now.input.whitening(), file);
    }

    private static void requireSame(String what, Object then, Object now, String file) {
        if (!then.equals(now)) {
            throw new DataException(file + ": was trained on other data: " + what + " then: " + then + ", now: " + now
                    + "; a training goes on with the data that it began with");
        }
    }

    private Normalisation normalisation() {
        return input.normalisation();
    }

    /** For the metadata of a safetensors file. */
    public Map<String, String> metadata() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("seed", Long.toString(seed));
        map.put("classes", classes);
        map.put("image", List.of(image.height(), image.width(), image.channels()));
        map.put("mean", normalisation().mean());
        map.put("std", normalisation().std());
        input.whitening().ifPresent(whitening -> map.put("whitening", StoredWhitening.notes(whitening)));
        map.put("data", data);
        map.put("pipeline", pipeline);
        return Map.of(KEY, Json.line(map));
    }

    /** Numbers that go beside the weights. */
    public List<Tensor> tensors() {
        return input.whitening().map(StoredWhitening::tensors).orElse(List.of());
    }

    /**
     * @param file what errors call it
     * @throws DataException if the metadata is none that {@link #metadata} gave, or the {@link #tensors} are others
     */
    public static RunRecord from(Checkpoint checkpoint, String file) {
        String json = checkpoint.metadata().get(KEY);
        if (json == null) {
            throw new DataException(file + ": not written by 'augstream train': it does not tell the classes and"
                    + " the normalisation of its images");
        }
        try {
            Section map = Settings.parse(json, KEY, Path.of("/")).root();
            List<Integer> image =
                    map.get("image").list().stream().map(Value::integer).toList();
            if (image.size() != 3) {
                throw new IllegalArgumentException("image must be height, width and channels, got " + image);
            }
            return new RunRecord(
                    map.get("pipeline").text(),
                    Long.parseLong(map.get("seed").text()),
                    map.get("classes").list().stream().map(Value::text).toList(),
                    new Shape(image.get(0), image.get(1), image.get(2)),
                    input(map, checkpoint),
                    map.find("data").map(Value::text).orElse(""));
        } catch (IllegalArgumentException | SettingsException e) {
            throw new DataException(file + ": its metadata are broken: " + e.getMessage(), e);
        }
    }

    private static NetworkInput input(Section map, Checkpoint checkpoint) {
        Normalisation normalisation = new Normalisation(numbers(map.get("mean")), numbers(map.get("std")));
        return map.find("whitening")
                .map(notes -> StoredWhitening.read(notes.section(), checkpoint).after(normalisation))
                .orElse(normalisation);
    }

    private static List<Double> numbers(Value value) {
        return value.list().stream().map(Value::number).toList();
    }
}
