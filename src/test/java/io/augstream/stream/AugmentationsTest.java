package io.augstream.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import io.augstream.dataset.DataException;
import io.augstream.dataset.Sample;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AugmentationsTest {
    private static final StreamRuntime RUNTIME = new StreamRuntime(2);

    @AfterAll
    static void stopTheRuntime() {
        RUNTIME.close();
    }

    @Test
    void theFlowKeepsTheOrderAndDrawsByTheKey() {
        List<AugmentedSample> augmented =
                run(Pictures.samples(50), Augmentations.flow(Pictures.paintedAtRandom(), 42, 3, 4));

        assertEquals(50, augmented.size());
        for (int i = 0; i < 50; i++) {
            int drawn = Pictures.painted(42, 3, "train/" + i);
            assertEquals("train/" + i, augmented.get(i).sample().id());
            assertEquals(
                    new Pictures.Painted(drawn), augmented.get(i).draws().get(0).operation());
            assertArrayEquals(
                    Pictures.plain(drawn).samples(), augmented.get(i).image().samples());
        }
    }

    @Test
    void theFlowFailsWithTheErrorOfTheImage() {
        CompletionException failed = assertThrows(
                CompletionException.class,
                () -> run(List.of(Pictures.broken(0)), Augmentations.flow(Pictures.paintedAtRandom(), 1, 0, 2)));
        DataException cause = assertInstanceOf(DataException.class, failed.getCause());
        assertEquals("train/0: not an image", cause.getMessage());
    }

    @Test
    void outcomesGoOnPastABrokenImage() {
        List<Outcome<AugmentedSample>> outcomes = run(
                List.of(Pictures.sample(0), Pictures.broken(1), Pictures.sample(2)),
                Augmentations.outcomes(Pictures.paintedAtRandom(), 1, 0, 2));
        assertEquals(
                List.of(true, false, true),
                outcomes.stream().map(Outcome::isDone).toList());
        assertThrows(DataException.class, () -> outcomes.get(1).orThrow());
    }

    private static <T> List<T> run(List<Sample> samples, Flow<Sample, T, NotUsed> flow) {
        return Source.from(samples)
                .via(flow)
                .runWith(Sink.seq(), RUNTIME.materializer())
                .toCompletableFuture()
                .join();
    }
}
