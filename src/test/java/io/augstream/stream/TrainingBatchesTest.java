package io.augstream.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.stream.javadsl.Sink;
import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource.Epoch;
import io.augstream.dataset.DataException;
import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Preparation;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pipeline.Copies;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.SingleStage;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class TrainingBatchesTest {
    private static final StreamRuntime RUNTIME = new StreamRuntime(4);

    @AfterAll
    static void stopTheRuntime() {
        RUNTIME.close();
    }

    @Test
    void batchesAreBitwiseTheSameAtParallelism1And2And8() {
        List<Sample> dawdling = IntStream.range(0, 101)
                .mapToObj(i -> new Sample("train/" + i, i, () -> {
                    pause(i * 7 % 5); // so that later images are often ready before earlier ones
                    return Pictures.plain(i);
                }))
                .toList();
        List<Batch> alone = epoch(dawdling, Pictures.paintedAtRandom(), new Pace(20, 1, 1), 3);

        assertEquals(
                List.of(20, 20, 20, 20, 21), alone.stream().map(Batch::size).toList());
        assertSameBits(alone, epoch(dawdling, Pictures.paintedAtRandom(), new Pace(20, 2, 2), 3));
        assertSameBits(alone, epoch(dawdling, Pictures.paintedAtRandom(), new Pace(20, 8, 5), 3));
    }

    @Test
    void everyImageComesOnceAnEpochBesideItsOwnLabel() {
        List<Batch> batches = epoch(Pictures.samples(30), Pipeline.none(), Pace.of(7, 2), 0);

        List<Integer> labels = new ArrayList<>();
        for (Batch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                int label = batch.labels()[i];
                labels.add(label);
                for (int p = 0; p < 12; p++) {
                    assertEquals((float) (label / 255.0), batch.pixels()[i * 12 + p]);
                }
            }
        }
        assertEquals(
                IntStream.range(0, 30).boxed().toList(),
                labels.stream().sorted().toList());
    }

    /** 1000 · i + 77 would be one of 256 levels if it had been cut to 8 bits. */
    @Test
    void samplesOfSixteenBitsReachTheFloatsUncut() {
        List<Sample> samples = IntStream.range(0, 30)
                .mapToObj(i -> new Sample("train/" + i, i, () -> {
                    short[] shorts = new short[4];
                    Arrays.fill(shorts, (short) (1000 * i + 77));
                    return Image.of(ImageSize.square(2), 1, shorts);
                }))
                .toList();
        Pipeline mirror = Pipeline.from(Settings.parse("stages: [mirror]", "test.yaml", Path.of("")));
        for (Batch batch : epoch(samples, mirror, Pace.of(7, 2), 0)) {
            for (int p = 0; p < batch.pixels().length; p++) {
                int sample = 1000 * batch.labels()[p / 4] + 77;
                assertEquals((float) (sample / 65_535.0), batch.pixels()[p], 1e-7f);
            }
        }
    }

    @Test
    void anotherEpochHasAnotherOrderAndTheSameEpochTheSame() {
        List<Sample> samples = Pictures.samples(30);
        List<Batch> first = epoch(samples, Pipeline.none(), Pace.of(30, 2), 0);

        assertSameBits(first, epoch(samples, Pipeline.none(), Pace.of(30, 2), 0));
        List<Batch> second = epoch(samples, Pipeline.none(), Pace.of(30, 2), 1);
        assertNotEquals(
                Arrays.toString(first.get(0).labels()),
                Arrays.toString(second.get(0).labels()));
    }

    /** Ten images of the first batches are damaged: none of them may be read. */
    @Test
    void anEpochThatIsGoneOnWithHoldsTheRestOfItsBatchesAndReadsNoOther() {
        List<Sample> samples = Pictures.samples(23);
        Pace pace = new Pace(5, 2, 2);
        List<Batch> whole = epoch(samples, Pictures.paintedAtRandom(), pace, 4);
        Set<Integer> skipped = new HashSet<>();
        whole.subList(0, 2).forEach(batch -> Arrays.stream(batch.labels()).forEach(skipped::add));
        List<Sample> damaged = samples.stream()
                .map(sample -> new Sample(sample.id(), sample.label(), () -> {
                    if (skipped.contains(sample.label())) {
                        throw new DataException(sample.id() + " is read");
                    }
                    return sample.source().read();
                }))
                .toList();
        List<Batch> rest = new ArrayList<>();
        try (Epoch epoch = batches(damaged, Pictures.paintedAtRandom(), pace).epoch(4, 2)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                rest.add(batch);
            }
        }
        assertSameBits(whole.subList(2, 5), rest);
    }

    @Test
    void anImageIsDrawnFromSeedEpochAndIdAlone() {
        for (Batch batch : epoch(Pictures.samples(20), Pictures.paintedAtRandom(), Pace.of(6, 2), 5)) {
            for (int i = 0; i < batch.size(); i++) {
                int drawn = Pictures.painted(42, 5, "train/" + batch.labels()[i]);
                assertEquals((float) (drawn / 255.0), batch.pixels()[i * 12]);
            }
        }
    }

    @Test
    void theLastBatchMayBeShortAndASingleLeftOverJoinsTheBatchBefore() {
        assertEquals(List.of(8, 8, 3), sizes(19));
        assertEquals(List.of(8, 9), sizes(17));
        assertEquals(List.of(1), sizes(1));
        assertEquals(List.of(), sizes(0));
    }

    @Test
    void readingStopsWhenTheTrainerDoes() {
        CountedReads reads = new CountedReads();
        Pace pace = new Pace(16, 3, 2);
        try (Epoch epoch = batches(reads.samples(400), Pipeline.none(), pace).epoch(0)) {
            for (int taken = 0; taken <= 5 * 16; taken += 16) {
                // One batch to be taken and two behind it, and three tasks of eight images.
                int ahead = 3 * 16 + 3 * 8;
                assertEquals(taken + ahead, reads.soonAfter(taken + ahead));
                assertEquals(16, take(epoch).size());
            }
        }
        assertEquals(3 * 16 + 3 * 8 + 1, pace.imagesInFlight(), "one more for a last batch of seventeen");
    }

    @Test
    void readingAlsoStopsInTimeWhereTasksAreSmallOrUneven() {
        for (Pace pace : List.of(new Pace(1, 4, 1), new Pace(10, 3, 2), new Pace(100, 1, 1), new Pace(9, 8, 3))) {
            CountedReads reads = new CountedReads();
            try (Epoch epoch =
                    batches(reads.samples(401), Pipeline.none(), pace).epoch(0)) {
                assertTrue(reads.whenSettled() <= pace.imagesInFlight(), pace::toString);
                take(epoch);
                assertTrue(reads.whenSettled() <= pace.batch() + pace.imagesInFlight(), pace::toString);
            }
        }
    }

    @Test
    void closingEarlyStopsReadingAndLeavesTheRuntimeFitForMore() {
        CountedReads reads = new CountedReads();
        Epoch epoch = batches(reads.samples(4000), Pipeline.none(), new Pace(10, 4, 2))
                .epoch(0);
        take(epoch);
        epoch.close();

        assertEquals(0, reads.inside(), "an image was being read after close()");
        int atClose = reads.count();
        assertEquals(atClose, reads.whenSettled());
        assertThrows(IllegalStateException.class, epoch::next);
        assertEquals(
                4,
                epoch(Pictures.samples(40), Pipeline.none(), Pace.of(10, 2), 0).size());
    }

    @Test
    void aBrokenImageIsThrownAsItsSourceThrewItAfterTheBatchesBeforeIt() {
        int third = epoch(Pictures.samples(40), Pipeline.none(), Pace.of(10, 2), 0)
                .get(2)
                .labels()[4];
        DataException thrown = new DataException("train/" + third + ": not an image");
        List<Sample> samples = new ArrayList<>(Pictures.samples(40));
        samples.set(third, new Sample("train/" + third, third, () -> {
            throw thrown;
        }));

        try (Epoch epoch = batches(samples, Pipeline.none(), Pace.of(10, 4)).epoch(0)) {
            assertEquals(10, take(epoch).size());
            assertEquals(10, take(epoch).size());
            assertSame(thrown, assertThrows(DataException.class, epoch::next));
            assertSame(thrown, assertThrows(DataException.class, epoch::next), "a failed epoch must not seem to end");
        }
    }

    @Test
    void evenAFullHeapComesOutAsItself() {
        Error full = new OutOfMemoryError("thrown by a test");
        List<Sample> samples = List.of(new Sample("train/0", 0, () -> {
            throw full;
        }));
        try (Epoch epoch = batches(samples, Pipeline.none(), Pace.of(1, 1)).epoch(0)) {
            assertSame(full, assertThrows(OutOfMemoryError.class, epoch::next));
        }
    }

    @Test
    void aFailingStageTellsWhatReplaysIt() {
        Pipeline failing = Pipeline.of(List.of(new SingleStage("fail", 1, (size, random) -> {
            throw new IllegalArgumentException("too small");
        })));
        try (Epoch epoch = batches(Pictures.samples(1), failing, Pace.of(1, 1)).epoch(7)) {
            Exception thrown = assertThrows(IllegalStateException.class, epoch::next);
            assertEquals("cannot augment train/0 (seed 42, epoch 7): too small", thrown.getMessage());
        }
    }

    @Test
    void imagesOfDifferentSizeAreRefusedWithTheirNamesAndARemedy() {
        Sample small = new Sample("train/cat/a.png", 0, () -> Pictures.plain(new ImageSize(4, 3), 1, 0));
        Sample large = new Sample("train/dog/b.png", 1, () -> Pictures.plain(new ImageSize(5, 3), 1, 0));
        try (Epoch epoch =
                batches(List.of(small, large), Pipeline.none(), Pace.of(2, 2)).epoch(0)) {
            String message = String.valueOf(
                    assertThrows(DataException.class, epoch::next).getMessage());
            assertTrue(message.contains("train/cat/a.png is 4x3 with 1 channel")
                    || message.contains("train/cat/a.png in the same batch is 4x3 with 1 channel"));
            assertTrue(message.contains("train/dog/b.png"));
            assertTrue(message.endsWith("set data.prepare.resize, crop or channels"));
        }
    }

    @Test
    void theSourceGivesTheSameBatchesAndFailsWithTheSameError() {
        List<Sample> samples = Pictures.samples(25);
        List<Batch> emitted = batches(samples, Pipeline.none(), Pace.of(10, 2))
                .source(4)
                .runWith(Sink.seq(), RUNTIME.materializer())
                .toCompletableFuture()
                .join();
        assertSameBits(epoch(samples, Pipeline.none(), Pace.of(10, 2), 4), emitted);

        CompletionException failed = assertThrows(
                CompletionException.class, () -> batches(List.of(Pictures.broken(0)), Pipeline.none(), Pace.of(10, 2))
                        .source(0)
                        .runWith(Sink.ignore(), RUNTIME.materializer())
                        .toCompletableFuture()
                        .join());
        assertInstanceOf(DataException.class, failed.getCause());
    }

    @Test
    void closingTheRuntimeFailsAnOpenEpochInsteadOfHangingIt() {
        StreamRuntime runtime = new StreamRuntime(1);
        TrainingBatches batches =
                new TrainingBatches(runtime, Pictures.samples(1000), recipe(Pipeline.none()), new Pace(1, 1, 1));
        Epoch epoch = batches.epoch(0);
        runtime.close();
        assertThrows(IllegalStateException.class, () -> {
            while (epoch.next() != null) {}
        });
    }

    /** Of three copies epoch 3 shows the first again, painted as in epoch 0 without copies, to other neighbours. */
    @Test
    void fixedCopiesComeBackAndTheOrderDoesNot() {
        List<Map<Integer, Float>> epochs =
                IntStream.range(0, 4).mapToObj(epoch -> ofCopies(3, epoch)).toList();

        for (int label = 0; label < 30; label++) {
            for (int epoch = 0; epoch < 4; epoch++) {
                float drawn = (float) (Pictures.painted(42, epoch % 3, "train/" + label) / 255.0);
                assertEquals(drawn, epochs.get(epoch).get(label), "epoch " + epoch);
            }
        }
        assertEquals(epochs.get(0), epochs.get(3));
        assertEquals(3, new HashSet<>(epochs.subList(0, 3)).size(), "copies differ");
        assertNotEquals(order(3, 0), order(3, 3));
    }

    @Test
    void ofOneCopyEveryEpochShowsTheSamePictures() {
        assertEquals(ofCopies(1, 0), ofCopies(1, 1));
        assertEquals(ofCopies(1, 0), ofCopies(1, 7));
    }

    /** The order is that of fresh draws. */
    @Test
    void asManyCopiesAsEpochsAreFreshDraws() {
        for (int epoch = 0; epoch < 5; epoch++) {
            List<Batch> fresh = epoch(Pictures.samples(30), Pictures.paintedAtRandom(), Pace.of(30, 2), epoch);
            assertSameBits(fresh, copied(5, epoch));
        }
    }

    /** Each picture's first value by its label. */
    private static Map<Integer, Float> ofCopies(int copies, int epoch) {
        Map<Integer, Float> pictures = new TreeMap<>();
        Batch batch = copied(copies, epoch).get(0);
        for (int i = 0; i < batch.size(); i++) {
            pictures.put(batch.labels()[i], batch.pixels()[12 * i]);
        }
        return pictures;
    }

    private static String order(int copies, int epoch) {
        return Arrays.toString(copied(copies, epoch).get(0).labels());
    }

    private static List<Batch> copied(int copies, int epoch) {
        Recipe recipe = new Recipe(
                Preparation.NONE,
                Pictures.paintedAtRandom(),
                new Copies(OptionalInt.of(copies)),
                Normalisation.scaleOnly(1),
                42);
        return all(new TrainingBatches(RUNTIME, Pictures.samples(30), recipe, Pace.of(30, 2)), epoch);
    }

    private static List<Integer> sizes(int samples) {
        return epoch(Pictures.samples(samples), Pipeline.none(), Pace.of(8, 2), 0).stream()
                .map(Batch::size)
                .toList();
    }

    private static List<Batch> epoch(List<Sample> samples, Pipeline pipeline, Pace pace, int number) {
        return all(batches(samples, pipeline, pace), number);
    }

    private static List<Batch> all(TrainingBatches source, int number) {
        List<Batch> batches = new ArrayList<>();
        try (Epoch epoch = source.epoch(number)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                batches.add(batch);
            }
            assertNull(epoch.next(), "the end must stay the end");
        }
        return batches;
    }

    private static TrainingBatches batches(List<Sample> samples, Pipeline pipeline, Pace pace) {
        return new TrainingBatches(RUNTIME, samples, recipe(pipeline), pace);
    }

    private static Recipe recipe(Pipeline pipeline) {
        return new Recipe(Preparation.NONE, pipeline, Normalisation.scaleOnly(1), 42);
    }

    private static Batch take(Epoch epoch) {
        Batch batch = epoch.next();
        if (batch == null) {
            throw new AssertionError("the epoch ended early");
        }
        return batch;
    }

    private static void assertSameBits(List<Batch> expected, List<Batch> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).labels(), actual.get(i).labels());
            assertArrayEquals(expected.get(i).pixels(), actual.get(i).pixels());
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
