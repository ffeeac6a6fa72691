package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.Scratch;
import java.util.ArrayList;
import java.util.List;

/** Point operations one after the other, as one change of pixels: to the byte what applying each in turn gives. */
public final class PointSequence {
    private PointSequence() {}

    /**
     * Makes {@code operations} ready for {@code image}. Consecutive {@link LevelOperation}s become one table. An operation that
     * reads samples, and is none of a first such row, costs a picture in between.
     *
     * @param scratch holds such pictures
     */
    public static PixelChange prepare(List<PointOperation> operations, Image image, Scratch scratch) {
        List<PixelChange> changes = new ArrayList<>();
        LevelTable unchanged = LevelTable.unchanged(image.channels());
        LevelTable table = unchanged;
        for (PointOperation operation : operations) {
            if (operation instanceof LevelOperation levels) {
                Image seen = levels.readsSamples() ? changed(image, changes, scratch) : image;
                table = levels.after(table, seen);
                continue;
            }
            if (table != unchanged) {
                changes.add(table);
                table = unchanged;
            }
            changes.add(
                    operation.prepare(operation.readsSamples() ? changed(image, changes, scratch) : image, scratch));
        }
        if (table != unchanged) {
            changes.add(table);
        }
        return inTurn(changes);
    }

    private static PixelChange inTurn(List<PixelChange> changes) {
        if (changes.size() == 1) {
            return changes.get(0);
        }
        return (samples, offset, pixels) -> {
            for (PixelChange change : changes) {
                change.change(samples, offset, pixels);
            }
        };
    }

    private static Image changed(Image image, List<PixelChange> changes, Scratch scratch) {
        if (changes.isEmpty()) {
            return image;
        }
        byte[] samples = scratch.bytes(image.length());
        System.arraycopy(image.samples(), 0, samples, 0, samples.length);
        inTurn(changes).change(samples, 0, image.width() * image.height());
        return Image.of(image.size(), image.channels(), samples);
    }
}
