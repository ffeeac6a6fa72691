package io.augstream.dataset;

import static io.augstream.dataset.TestSets.counts;
import static io.augstream.dataset.TestSets.ids;
import static io.augstream.dataset.TestSets.refusal;
import static io.augstream.dataset.TestSets.samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static Dataset dataset(List<Sample> train) {
        return new Dataset(List.of("a", "b", "c"), train, List.of(), List.of());
    }

    @Test
    void eachClassGivesItsShareAndNothingIsLost() {
        Dataset split = Splits.withValidation(dataset(samples(100, 25, 4)), 0.1);
        assertEquals(List.of(10, 3, 1), counts(split.validation(), 3));
        assertEquals(List.of(90, 22, 3), counts(split.train(), 3));
        Set<String> all = new HashSet<>(ids(split.train()));
        all.addAll(ids(split.validation()));
        assertEquals(129, all.size());
    }

    @Test
    void theOrderOfTheSamplesDoesNotMatter() {
        List<Sample> samples = samples(50, 30, 20);
        List<Sample> turned = new ArrayList<>(samples);
        Collections.reverse(turned);
        assertEquals(
                new HashSet<>(ids(Splits.withValidation(dataset(samples), 0.2).validation())),
                new HashSet<>(ids(Splits.withValidation(dataset(turned), 0.2).validation())));
    }

    @Test
    void aLargerShareContainsTheSmallerOne() {
        List<Sample> samples = samples(50, 30, 20);
        List<String> small = ids(Splits.withValidation(dataset(samples), 0.1).validation());
        assertTrue(
                ids(Splits.withValidation(dataset(samples), 0.3).validation()).containsAll(small));
    }

    @Test
    void theLastImageOfAClassStaysInTraining() {
        Dataset split = Splits.withValidation(dataset(samples(10, 1, 2)), 0.5);
        assertEquals(List.of(5, 1, 1), counts(split.train(), 3));
    }

    @Test
    void noShareAndABroughtSplitLeaveTheSetAsItIs() {
        Dataset plain = dataset(samples(10, 10));
        assertSame(plain, Splits.withValidation(plain, 0));
        Dataset brought = new Dataset(List.of("a", "b"), samples(10, 10), samples(1, 1), List.of());
        assertSame(brought, Splits.withValidation(brought, 0.2));
    }

    @Test
    void aDrawnTrainingPartKeepsTheSharesExactly() {
        List<Sample> pool = samples(600, 300, 101);
        for (int size : new int[] {3, 10, 101, 250, 999, 1000}) {
            List<Sample> part = TrainPart.draw(pool, 3, size, 7);
            assertEquals(size, part.size());
            List<Integer> counts = counts(part, 3);
            int[] pools = {600, 300, 101};
            for (int label = 0; label < 3; label++) {
                assertEquals((double) size * pools[label] / 1001, counts.get(label), 1 - 1e-9, size + ": " + counts);
            }
        }
    }

    @Test
    void aDrawnPartComesInItsOriginalOrderAndWithoutDoubles() {
        List<String> pool = ids(samples(40, 40));
        List<String> part = ids(TrainPart.draw(samples(40, 40), 2, 30, 1));
        assertEquals(
                part.stream()
                        .sorted(java.util.Comparator.comparingInt(pool::indexOf))
                        .distinct()
                        .toList(),
                part);
    }

    @Test
    void eachSeedDrawsItsOwnPartAndTheSameOneTwice() {
        List<Sample> pool = samples(100, 100);
        assertEquals(TrainPart.draw(pool, 2, 50, 1), TrainPart.draw(pool, 2, 50, 1));
        assertNotEquals(ids(TrainPart.draw(pool, 2, 50, 1)), ids(TrainPart.draw(pool, 2, 50, 2)));
    }

    /** By shares alone 990 : 9 : 1 would give 10 : 0 : 0, 12 : 0 : 0 and so on. */
    @Test
    void aRareClassStillGetsOneImageOfADrawnPart() {
        List<Sample> pool = samples(990, 9, 1);
        assertEquals(List.of(1, 1, 1), counts(TrainPart.draw(pool, 3, 3, 7), 3));
        assertEquals(List.of(8, 1, 1), counts(TrainPart.draw(pool, 3, 10, 7), 3));
        assertEquals(List.of(98, 1, 1), counts(TrainPart.draw(pool, 3, 100, 7), 3));
    }

    @Test
    void aClassWithoutImagesGetsNone() {
        assertEquals(List.of(9, 0, 1), counts(TrainPart.draw(samples(99, 0, 1), 3, 10, 7), 3));
    }

    /** With 3 for 2 equal classes one gets the extra image; over many seeds both should, about equally often. */
    @Test
    void tiesBetweenClassesFallBySeed() {
        List<Sample> pool = samples(10, 10);
        int first = 0;
        for (int seed = 0; seed < 400; seed++) {
            first += counts(TrainPart.draw(pool, 2, 3, seed), 2).get(0) - 1;
        }
        assertEquals(200, first, 50);
    }

    @Test
    void thePoolItselfIsReturnedWhenAllOfItIsWanted() {
        List<Sample> pool = samples(5, 5);
        assertSame(pool, TrainPart.draw(pool, 2, 10, 3));
    }

    @Test
    void moreThanThePoolAndFewerThanTheClassesAreRefused() {
        List<Sample> pool = samples(5, 5);
        assertEquals(
                "data.train_size is 11, but there are only 10 training images, data.validation's share taken out; it must be"
                        + " at most that",
                refusal(() -> TrainPart.draw(pool, 2, 11, 3)));
        assertEquals(
                "data.train_size 1 is less than one image for each of 2 classes",
                refusal(() -> TrainPart.draw(pool, 2, 1, 3)));
    }
}
