package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.settings.Json;
import io.augstream.train.health.HealthLog;
import io.augstream.train.safetensors.Safetensors;
import io.augstream.train.safetensors.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a training goes on from, in a safetensors file: parameters and running statistics under their names
 * ({@code 0.convolution.weight}; see the shapes in {@link Tensor#layout()}: [kernel rows · columns · input channels,
 * output channels] for a convolution, [inputs, units] for a dense layer), their moving averages ({@code ema.…}), the best
 * epoch's ({@code best.…}), what the optimizer remembers ({@code optimizer.…}), the position and the curves. The metadata
 * says which network, settings and seed they belong to. The same training writes the same bytes.
 */
public final class Checkpoint {
    private static final String FORMAT = "augstream checkpoint 1";

    private final String source;
    private final Map<String, String> metadata;
    private final List<Tensor> tensors;

    private Checkpoint(String source, Map<String, String> metadata, List<Tensor> tensors) {
        this.source = source;
        this.metadata = metadata;
        this.tensors = tensors;
    }

    /** @param tensors in arrays that the training goes on to write */
    static Checkpoint of(Network network, TrainSettings settings, long seed, List<Tensor> tensors) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("network", Json.line(Fingerprint.of(network)));
        metadata.put("train", Json.line(Fingerprint.of(settings)));
        metadata.put("seed", Long.toString(seed));
        return new Checkpoint("the checkpoint", metadata, tensors);
    }

    /**
     * @throws io.augstream.train.safetensors.SafetensorsException if it is no safetensors file
     * @throws CheckpointException if it is one of something else
     */
    public static Checkpoint read(Path file) {
        Safetensors read = Safetensors.read(file);
        String format = read.metadata().get("format");
        if (!FORMAT.equals(format)) {
            throw new CheckpointException(file + " is no checkpoint of this version: its format is "
                    + (format == null ? "not given" : "'" + format + "'") + ", not '" + FORMAT + "'");
        }
        return new Checkpoint(file.toString(), read.metadata(), read.tensors());
    }

    /** Writes the file, whole or not at all; to be done before the training's next step. */
    public void write(Path file) {
        new Safetensors(metadata, tensors).write(file);
    }

    /** This one, with texts of the caller's own: class names, the normalisation, the pipeline file. */
    public Checkpoint with(Map<String, String> notes) {
        return with(notes, List.of());
    }

    /** This one, with texts and numbers of the caller's own, whose names no others have. */
    public Checkpoint with(Map<String, String> notes, List<Tensor> numbers) {
        Map<String, String> all = new LinkedHashMap<>(metadata);
        notes.forEach((key, text) -> {
            if (all.putIfAbsent(key, text) != null) {
                throw new IllegalArgumentException("'" + key + "' is taken");
            }
        });
        List<Tensor> both = new ArrayList<>(tensors);
        both.addAll(numbers);
        return new Checkpoint(source, all, both);
    }

    /** The tensor of a name. */
    public Optional<Tensor> tensor(String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /** What errors call it: its file. */
    String source() {
        return source;
    }

    /** What the file says of itself, and the caller's own texts. */
    public Map<String, String> metadata() {
        return Map.copyOf(metadata);
    }

    /**
     * Gives a network the weights that are scored: their averages where the training has kept some.
     *
     * @throws CheckpointException if it is of another network, or a weight is no finite number; the network is then left as
     *     it is
     */
    public void loadInto(Network network) {
        requireNetwork(network);
        boolean averaged = tensors.stream().anyMatch(tensor -> tensor.name().startsWith(AveragedWeights.PREFIX));
        List<Tensor> live = NetworkTensors.of(network);
        List<Tensor> scored = found(averaged ? NetworkTensors.zeros(live, AveragedWeights.PREFIX) : live);
        scored.forEach(this::requireFinite);
        NetworkTensors.copy(scored, live);
    }

    /** @throws CheckpointException if a weight is infinite or no number */
    void requireFinite(Tensor tensor) {
        for (float value : tensor.floats()) {
            if (!Float.isFinite(value)) {
                throw new CheckpointException(source + ": tensor '" + tensor.name() + "' holds " + value
                        + ", weights must be finite numbers");
            }
        }
    }

    /** @throws CheckpointException if a count lies outside of [{@code least}, {@code most}] */
    void requireCounts(Tensor tensor, long least, long most) {
        for (long count : tensor.longs()) {
            if (count < least || count > most) {
                throw new CheckpointException(source + ": tensor '" + tensor.name() + "' holds " + count + ", after "
                        + steps() + " steps it must lie in [" + least + ", " + most + "]");
            }
        }
    }

    /** @throws CheckpointException if it is of another training than this */
    void requireTraining(Network network, TrainSettings settings, long seed) {
        requireNetwork(network);
        Fingerprint.requireSame(settings, parsed("train"), source);
        String other = metadata.get("seed");
        if (!Long.toString(seed).equals(other)) {
            throw new CheckpointException(
                    other == null
                            ? source + " is no checkpoint of a training: it tells no seed"
                            : source + " is of another training: its seed is " + other + ", here it is " + seed);
        }
    }

    private void requireNetwork(Network network) {
        Fingerprint.requireSame(network, parsed("network"), source);
    }

    /** The tensors of the names and layouts of {@code wanted}, in their order. */
    List<Tensor> found(List<Tensor> wanted) {
        Map<String, Tensor> byName = tensors.stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
        return wanted.stream()
                .map(tensor -> {
                    Tensor found = byName.get(tensor.name());
                    if (found == null || !found.layout().equals(tensor.layout())) {
                        throw new CheckpointException(source + ": tensor '" + tensor.name() + "' is "
                                + (found == null ? "missing" : found.layout()) + ", it must be " + tensor.layout());
                    }
                    return found;
                })
                .toList();
    }

    /** @throws CheckpointException if there are no curves of so many epochs as the position says */
    Tensor history() {
        Tensor table = tensors.stream()
                .filter(tensor -> tensor.name().equals(History.NAME) && History.fits(tensor))
                .findFirst()
                .orElseThrow(() -> new CheckpointException(source + ": tensor '" + History.NAME + "' is missing"));
        long[] counts = position();
        if (counts[0] != table.shape().get(0)) {
            throw new CheckpointException(source + ": its position is in epoch " + counts[0] + ", but it has curves of "
                    + table.shape().get(0) + " epochs");
        }
        Progress.requireSound(counts, source);
        return table;
    }

    /** @throws CheckpointException if there is no table of looks at these layers */
    Tensor looks(HealthLog log) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(HealthLog.NAME) && log.fits(tensor))
                .findFirst()
                .orElseThrow(() -> new CheckpointException(
                        source + ": tensor '" + HealthLog.NAME + "' is missing, or of other layers"));
    }

    /** Taken in all epochs. */
    long steps() {
        return Progress.allSteps(position());
    }

    private long[] position() {
        return found(new Progress().state()).get(0).longs();
    }

    private @Nullable Object parsed(String key) {
        try {
            return Json.parse(metadata.getOrDefault(key, "null"));
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(source + ": its " + key + " is " + e.getMessage());
        }
    }
}
