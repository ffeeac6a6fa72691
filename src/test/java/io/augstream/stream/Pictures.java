package io.augstream.stream;

import io.augstream.augment.Augmentation;
import io.augstream.dataset.DataException;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import io.augstream.pipeline.Draw;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.SingleStage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small gray images of one value each, so that a batch shows at a glance which image is where. */
final class Pictures {
    static final ImageSize SIZE = new ImageSize(4, 3);

    private Pictures() {}

    static Image plain(int value) {
        return plain(SIZE, 1, value);
    }

    static Image plain(ImageSize size, int channels, int value) {
        byte[] samples = new byte[size.width() * size.height() * channels];
        Arrays.fill(samples, (byte) value);
        return Image.of(size, channels, samples);
    }

    /** Sample i has the value i, the label i and the id train/i. */
    static List<Sample> samples(int count) {
        return IntStream.range(0, count).mapToObj(Pictures::sample).toList();
    }

    static Sample sample(int index) {
        return new Sample("train/" + index, index, () -> plain(index));
    }

    static Sample broken(int index) {
        return new Sample("train/" + index, index, () -> {
            throw new DataException("train/" + index + ": not an image");
        });
    }

    /** Draws one value and paints the whole image with it. */
    static Pipeline paintedAtRandom() {
        return Pipeline.of(List.of(new SingleStage("paint", 1, paint())));
    }

    private static Augmentation paint() {
        return (size, random) -> new Painted((int) (256 * random.nextDouble()));
    }

    /** What {@link #paintedAtRandom} paints a picture with. */
    static int painted(long seed, int epoch, String id) {
        Draw draw = paintedAtRandom().draw(SIZE, new DrawKey(seed, epoch, id)).get(0);
        return ((Painted) draw.operation()).value();
    }

    record Painted(int value) implements Operation {
        @Override
        public Image apply(Image image) {
            return plain(image.size(), image.channels(), value);
        }
    }
}
