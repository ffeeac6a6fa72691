package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.FilteredRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/** Correlation with one symmetric kernel along columns, then along rows, channel by channel, rounded once. */
final class Separable {
    private final double[] kernel;
    private final Border border;

    /** @param kernel odd in length, its weights adding up to 1 */
    Separable(double[] kernel, Border border) {
        this.kernel = kernel;
        this.border = border;
    }

    Image apply(Image image) {
        Scratch scratch = new Scratch();
        return rows(Pictures.rows(image), scratch).map(Pictures::image).orElseGet(() -> wrapped(image, scratch));
    }

    /** @throws MisfitException if the rows under the kernel are more than an array can hold */
    Optional<Rows> rows(Rows source, Scratch scratch) {
        Limits.kernelRows(kernel.length, source.width(), source.channels());
        return FilteredRows.canFilter(border.edge)
                ? Optional.of(new FilteredRows(source, kernel, border.edge, scratch))
                : Optional.empty();
    }

    /** The rows that wrap around are needed before they come: the picture is filtered with all of them around it. */
    private Image wrapped(Image image, Scratch scratch) {
        int radius = kernel.length / 2;
        ImageSize size = image.size();
        ImageSize larger = new ImageSize(size.width() + 2 * radius, size.height() + 2 * radius);
        Image around = new Crop(-radius, -radius, larger, border, Fill.ZERO).apply(image);
        Image filtered =
                Pictures.image(new FilteredRows(Pictures.rows(around), kernel, Border.REPLICATE.edge, scratch));
        return new Crop(radius, radius, size, border, Fill.ZERO).apply(filtered);
    }
}
