package io.augstream.train;

import io.augstream.train.safetensors.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Keeps a training's checkpoints in a folder: {@code last.safetensors} before the first step, after every epoch and where
 * the training is stopped, and {@code best.safetensors}, that of the epoch that the validation split finds best so far. Each is written
 * beside the older one and takes its place when it is whole.
 */
public final class CheckpointFolder implements TrainingListener {
    private final Path folder;
    private final Trainer trainer;
    private final Map<String, String> notes;
    private final List<Tensor> numbers;

    /** @param notes kept in the checkpoints' metadata */
    public CheckpointFolder(Path folder, Trainer trainer, Map<String, String> notes) {
        this(folder, trainer, notes, List.of());
    }

    /**
     * @param notes kept in the checkpoints' metadata
     * @param numbers kept beside the training's own
     */
    public CheckpointFolder(Path folder, Trainer trainer, Map<String, String> notes, List<Tensor> numbers) {
        this.folder = folder;
        this.trainer = trainer;
        this.notes = Map.copyOf(notes);
        this.numbers = List.copyOf(numbers);
    }

    public static Path last(Path folder) {
        return folder.resolve("last.safetensors");
    }

    public static Path best(Path folder) {
        return folder.resolve("best.safetensors");
    }

    /** So that there is always something to go on from: the first epoch may take hours. */
    @Override
    public void trainingBegins() {
        if (trainer.position().equals(Position.START)) {
            write(last(folder));
        }
    }

    /** The best one first: the last one says which epoch it is, and a process may be killed between the two. */
    @Override
    public void epochEnded(EpochReport report) {
        if (report.validation() != null && report.best()) {
            write(best(folder));
        }
        write(last(folder));
    }

    @Override
    public void trainingEnded(StopReason reason) {
        if (reason == StopReason.REQUESTED) {
            write(last(folder));
        }
    }

    private void write(Path file) {
        trainer.checkpoint().with(notes, numbers).write(file);
    }
}
