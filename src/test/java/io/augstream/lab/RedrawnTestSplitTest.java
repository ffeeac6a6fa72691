package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.DataException;
import io.augstream.dataset.Sample;
import io.augstream.lab.statistics.PairedComparison;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set without a test split: of 24 pictures, 8 more being for validation, each seed keeps a quarter to be tested on. */
final class RedrawnTestSplitTest {
    private final Path folder;
    private final TinyExperiment experiment;

    RedrawnTestSplitTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        experiment =
                new TinyExperiment(folder).with("measure.redrawn_test", "0.25").with("measure.seeds", "5");
    }

    @BeforeEach
    void leaveNoTestSplit() throws IOException {
        Files.walkFileTree(folder.resolve("data/test"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void eachSeedTestsOnPicturesOfItsOwnThatItDoesNotTrainOn() {
        PreparedData data = PreparedData.load(
                experiment.settings().data(),
                List.of(1L, 2L),
                Collections.singletonList(null),
                OptionalDouble.of(0.25));

        for (long seed : new long[] {1, 2}) {
            Set<String> both = new HashSet<>(ids(data.of(seed, null).images().training()));
            assertEquals(18, both.size());
            both.addAll(ids(data.of(seed, null).images().test()));
            assertEquals(24, both.size());
        }
        assertNotEquals(
                ids(data.of(1, null).images().test()),
                ids(data.of(2, null).images().test()));
        assertEquals(18, data.summary().pool());
        assertEquals(6, data.summary().test());
    }

    /** 12 train and 6 are tested on: a variance of s²·(1/5 + 6/12), where plain seeds have s²/5, which is √3.5 times the error. */
    @Test
    void intervalsAreWiderByNadeauAndBengiosFactor() {
        ExperimentResult result = experiment.run();

        PairedComparison paired = result.comparisons().get(0).paired();
        PairedComparison plain = PairedComparison.of(paired.differences(), Collections.nCopies(5, 0.0));
        assertEquals(0.5, paired.overlap());
        assertEquals(Math.sqrt(3.5) * plain.standardError(), paired.standardError(), 1e-12);
        ArmResult arm = result.arms().get(1);
        assertEquals(
                Math.sqrt(3.5)
                        * new ArmResult("plain", arm.runs())
                                .estimate(Metric.TEST_ACCURACY)
                                .halfWidth()
                                .orElseThrow(),
                arm.estimate(Metric.TEST_ACCURACY).halfWidth().orElseThrow(),
                1e-12);
        assertTrue(result.data().redrawn());
    }

    @Test
    void whereNothingIsSaidASetWithoutATestSplitIsRefusedWithWhatToDo() {
        ExperimentSettings settings = experiment.settings();
        String message = refused(OptionalDouble.empty(), settings);
        assertTrue(message.contains("no test images") && message.contains("measure.redrawn_test: 0.2"), message);
        assertTrue(refused(OptionalDouble.of(0.01), settings).contains("of 24 images are 0"));
    }

    @Test
    void aSetWithATestSplitKeepsIt() throws IOException {
        TinyExperiment whole = new TinyExperiment(folder);

        String message = refused(OptionalDouble.of(0.25), whole.settings());

        assertTrue(
                message.contains("has a test split of 18 images; measure.redrawn_test is for sets without one"),
                message);
        assertFalse(whole.run().data().redrawn());
    }

    private static String refused(OptionalDouble share, ExperimentSettings settings) {
        return String.valueOf(assertThrows(
                        DataException.class,
                        () -> PreparedData.load(settings.data(), List.of(1L), Collections.singletonList(null), share))
                .getMessage());
    }

    private static Set<String> ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).collect(Collectors.toSet());
    }
}
