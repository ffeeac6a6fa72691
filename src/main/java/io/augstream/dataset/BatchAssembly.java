package io.augstream.dataset;

import io.augstream.image.Channels;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A batch being filled. Images may be {@linkplain #put put} in any order and from several threads, each place once;
 * whoever calls {@link #finish} must have waited for all of them. The result depends on the images and their places
 * alone.
 *
 * <p>Every batch gets an array of its own, so one may be kept while the next is filled.
 */
public final class BatchAssembly {
    private final List<Sample> samples;
    private final NetworkInput input;
    private final AtomicReferenceArray<ImageShape> shapes;

    /** Laid out for whichever image arrives first; where another differs, {@link #finish} refuses the batch anyway. */
    private @Nullable Canvas canvas;

    public BatchAssembly(List<Sample> samples, NetworkInput input) {
        this.samples = samples;
        this.input = input;
        this.shapes = new AtomicReferenceArray<>(samples.size());
    }

    /** Normalises {@code image} into place {@code index}, that of the sample which it was read from. */
    public void put(int index, Image image) {
        place(index, ImageShape.of(image)).ifPresent(place -> input.write(image, place.pixels, place.offset));
    }

    /**
     * The same for an image that comes row by row, none of which has been taken.
     *
     * @param scratch that the rows were made with
     */
    public void put(int index, Rows rows, Scratch scratch) {
        place(index, ImageShape.of(rows)).ifPresent(place -> input.write(rows, place.pixels, place.offset, scratch));
    }

    /** Nothing for an image that does not fit, for which {@link #finish} refuses the batch. */
    private Optional<Spot> place(int index, ImageShape shape) {
        shapes.set(index, shape);
        Canvas shared = canvasFor(shape);
        boolean fits = shared.shape.equals(shape) && shape.channels() == input.channels();
        return fits ? Optional.of(new Spot(shared.pixels, index * values(shape))) : Optional.empty();
    }

    /**
     * The batch, once every place is filled.
     *
     * @throws DataException if its images differ in size or channels, naming the first and the first that differs, or if
     *     they have other channels than the normalisation
     */
    public Batch finish() {
        ImageShape first = shape(0);
        for (int i = 1; i < samples.size(); i++) {
            if (!shape(i).equals(first)) {
                throw new DataException(samples.get(i).id() + " is " + words(shape(i)) + " but "
                        + samples.get(0).id() + " in the same batch is " + words(first)
                        + "; a batch needs images of one size: set data.prepare.resize, crop or channels");
            }
        }
        if (first.channels() != input.channels()) {
            throw new DataException(samples.get(0).id() + " is " + words(first) + " but the normalisation is for "
                    + input.channels() + "; set data.prepare.channels");
        }
        int[] labels = samples.stream().mapToInt(Sample::label).toArray();
        ImageSize size = first.size();
        return new Batch(canvasFor(first).pixels, labels, size.width(), size.height(), first.channels());
    }

    private ImageShape shape(int index) {
        return Objects.requireNonNull(shapes.get(index), "no image was put in this place");
    }

    private synchronized Canvas canvasFor(ImageShape shape) {
        Canvas shared = canvas;
        if (shared == null) {
            shared = new Canvas(shape, new float[Math.multiplyExact(samples.size(), values(shape))]);
            canvas = shared;
        }
        return shared;
    }

    private static int values(ImageShape shape) {
        return Math.multiplyExact(
                Math.multiplyExact(shape.size().width(), shape.size().height()), shape.channels());
    }

    private static String words(ImageShape shape) {
        return shape.size() + " with " + Channels.words(shape.channels());
    }

    /** Where the floats of one image begin. */
    private static final class Spot {
        private final float[] pixels;
        private final int offset;

        private Spot(float[] pixels, int offset) {
            this.pixels = pixels;
            this.offset = offset;
        }
    }

    /** The floats of the whole batch; a class and not a record, since two are never compared. */
    private static final class Canvas {
        private final ImageShape shape;
        private final float[] pixels;

        private Canvas(ImageShape shape, float[] pixels) {
            this.shape = shape;
            this.pixels = pixels;
        }
    }
}
