package io.augstream.stream;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.Ledger;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The offline job: augmented copies of a whole data set as an image folder of PNG files (TIFF where the pictures are of floats), with the account of it in {@code
 * manifest.jsonl} and {@code quarantine.jsonl}. Images, names and both files are the same bytes at every parallelism;
 * their lines stand in the data set's order, train before validation before test.
 */
public final class Preprocessing {
    private final StreamRuntime runtime;
    private final PreprocessingSettings settings;
    private final SampleWriter writer;

    /** @throws io.augstream.dataset.DataException if two samples would be written to one place */
    public Preprocessing(StreamRuntime runtime, PreprocessingSettings settings) {
        this.runtime = runtime;
        this.settings = settings;
        this.writer = new SampleWriter(settings);
    }

    /**
     * Does the job, waiting for it. A sample that cannot be read is quarantined with the reason, and every sample ends
     * either so or with all its copies written. The manifest appears when all else is done.
     *
     * @param progress told after each sample, in order, by the calling thread
     * @return the final account; {@code done()} equals {@code samples()}
     * @throws io.augstream.settings.SettingsException if the output folder cannot be one (as {@link Ledger} tells), or a
     *     stage does not fit an image; the manifest does not appear then
     * @throws java.io.UncheckedIOException if something cannot be written; the manifest does not appear then
     */
    public Tally run(Consumer<Tally> progress) {
        List<Placed> samples = placed(settings.dataset());
        Tally tally = new Tally(samples.size(), settings.copies(), 0, 0);
        try (Ledger ledger = new Ledger(settings.out(), settings.data());
                PulledStream<Preprocessed> stream = start(samples)) {
            for (Preprocessed next = stream.next(); next != null; next = stream.next()) {
                next.enter(ledger);
                tally = tally.plus(next);
                progress.accept(tally);
            }
            if (tally.done() != tally.samples()) {
                throw new IllegalStateException("the account does not add up: " + tally);
            }
            ledger.finish();
        }
        return tally;
    }

    /** How many pictures have their names in the output folder; after a failure, those that it left. */
    public long published() {
        return writer.published();
    }

    private PulledStream<Preprocessed> start(List<Placed> samples) {
        Gate gate = new Gate();
        Source<Outcome<Preprocessed>, NotUsed> outcomes = Source.from(samples)
                .mapAsync(
                        runtime.parallelism(),
                        placed -> runtime.submit(() -> gate.call(() -> writer.write(placed.split(), placed.sample()))));
        return PulledStream.start(outcomes, runtime.parallelism(), gate, runtime);
    }

    private static List<Placed> placed(Dataset dataset) {
        return Arrays.stream(Split.values())
                .flatMap(split -> dataset.samples(split).stream().map(sample -> new Placed(split, sample)))
                .toList();
    }

    private record Placed(Split split, Sample sample) {}
}
