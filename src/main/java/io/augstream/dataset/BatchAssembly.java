package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import java.util.Objects;
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
    private final Normalisation normalisation;
    private final AtomicReferenceArray<Geometry> geometries;

    /** Laid out for whichever image arrives first; where another differs, {@link #finish} refuses the batch anyway. */
    private @Nullable Canvas canvas;

    public BatchAssembly(List<Sample> samples, Normalisation normalisation) {
        this.samples = samples;
        this.normalisation = normalisation;
        this.geometries = new AtomicReferenceArray<>(samples.size());
    }

    /** Normalises {@code image} into place {@code index}, that of the sample which it was read from. */
    public void put(int index, Image image) {
        Geometry geometry = new Geometry(image.size(), image.channels());
        geometries.set(index, geometry);
        Canvas shared = canvasFor(geometry);
        if (shared.geometry.equals(geometry) && geometry.channels() == normalisation.channels()) {
            normalisation.write(image, shared.pixels, index * geometry.values());
        }
    }

    /**
     * The batch, once every place is filled.
     *
     * @throws DataException if its images differ in size or channels, naming the first and the first that differs, or if
     *     they have other channels than the normalisation
     */
    public Batch finish() {
        Geometry first = geometry(0);
        for (int i = 1; i < samples.size(); i++) {
            if (!geometry(i).equals(first)) {
                throw new DataException(samples.get(i).id() + " is " + geometry(i) + " but "
                        + samples.get(0).id() + " in the same batch is " + first
                        + "; a batch needs images of one size: set data.prepare.resize, crop or channels");
            }
        }
        if (first.channels() != normalisation.channels()) {
            throw new DataException(samples.get(0).id() + " is " + first + " but the normalisation is for "
                    + normalisation.channels() + "; set data.prepare.channels");
        }
        int[] labels = samples.stream().mapToInt(Sample::label).toArray();
        ImageSize size = first.size();
        return new Batch(canvasFor(first).pixels, labels, size.width(), size.height(), first.channels());
    }

    private Geometry geometry(int index) {
        return Objects.requireNonNull(geometries.get(index), "no image was put in this place");
    }

    private synchronized Canvas canvasFor(Geometry geometry) {
        Canvas shared = canvas;
        if (shared == null) {
            shared = new Canvas(geometry, new float[Math.multiplyExact(samples.size(), geometry.values())]);
            canvas = shared;
        }
        return shared;
    }

    private record Geometry(ImageSize size, int channels) {
        int values() {
            return Math.multiplyExact(Math.multiplyExact(size.width(), size.height()), channels);
        }

        @Override
        public String toString() {
            return size + " with " + channels + (channels == 1 ? " channel" : " channels");
        }
    }

    /** The floats of the whole batch; a class and not a record, since two are never compared. */
    private static final class Canvas {
        private final Geometry geometry;
        private final float[] pixels;

        private Canvas(Geometry geometry, float[] pixels) {
            this.geometry = geometry;
            this.pixels = pixels;
        }
    }
}
