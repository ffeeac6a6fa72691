package io.augstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.dataset.DataException;
import io.augstream.train.EpochReport;
import io.augstream.train.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CurvesTest {
    @TempDir
    private Path folder;

    @Test
    void aRowTellsRatesAndTimesAndLeavesOutWhatIsNotKnown() throws IOException {
        Curves curves = Curves.begin(file());
        curves.add(new EpochRow(1, 0.1, new Score(0.25, 1.5), new Score(0.5, 1.25), 300, 2, 0.5));
        curves.add(new EpochRow(2, 1e-6, new Score(0.75, 0.5), null, 300, Double.NaN, Double.NaN));
        assertEquals(
                List.of(
                        "epoch,learning_rate,train_loss,train_accuracy,validation_loss,validation_accuracy,"
                                + "images_per_second,seconds,data_wait",
                        "1,0.1,1.5,0.25,1.25,0.5,150.0,2.0,0.25",
                        "2,1.0E-6,0.5,0.75,,,,,"),
                Files.readAllLines(file()));
    }

    @Test
    void goingOnKeepsTheRowsBeforeAndDropsThoseTrainedAgain() throws IOException {
        Curves first = Curves.begin(file());
        first.add(row(1, 4));
        first.add(row(2, 3));
        first.add(row(3, 2));
        List<String> before = Files.readAllLines(file());
        Curves.goOn(file(), List.of()).add(row(2, 7));
        assertEquals(before.subList(0, 2), Files.readAllLines(file()).subList(0, 2));
        assertEquals(3, Files.readAllLines(file()).size());
    }

    @Test
    void rowsThatAreLostComeBackFromTheCheckpointWithoutTheirTimes() throws IOException {
        EpochReport lost = new EpochReport(0, 5, 10, 4, 0.5, 0.1, Double.NaN, Double.NaN, null, true);
        Curves.goOn(file(), List.of(lost)).add(row(2, 3));
        assertEquals(
                List.of("1,0.1,4.0,0.5,,,,,", "2,0.1,3.0,0.5,,,10.0,1.0,0.0"),
                Files.readAllLines(file()).subList(1, 3));
    }

    @Test
    void aForeignOrShortFileIsRefused() throws IOException {
        Curves.begin(file()).add(row(1, 4));
        Curves curves = Curves.goOn(file(), List.of());
        DataException gap = assertThrows(DataException.class, () -> curves.add(row(3, 2)));
        assertEquals(file() + ": has 1 epochs, and epoch 3 follows", gap.getMessage());
        Files.writeString(file(), "arm,seed\n");
        assertThrows(DataException.class, () -> Curves.goOn(file(), List.of()));
        assertEquals("arm,seed\n", Files.readString(file()));
    }

    private static EpochRow row(int epoch, double loss) {
        return new EpochRow(epoch, 0.1, new Score(0.5, loss), null, 10, 1, 0);
    }

    private Path file() {
        return folder.resolve("metrics.csv");
    }
}
