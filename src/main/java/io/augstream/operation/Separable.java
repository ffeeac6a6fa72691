package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pixel.FilteredRows;
import io.augstream.pixel.MiddleRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Arrays;
import java.util.Optional;

/** Correlation with one symmetric kernel along columns, then along rows, channel by channel; rounded once, floats not at all. */
final class Separable {
    private final double[] kernel;
    private final Border border;

    /** @param kernel odd in length, its weights adding up to 1 */
    Separable(double[] kernel, Border border) {
        this.kernel = kernel;
        this.border = border;
    }

    Image apply(Image image) {
        if (image.depth() != Depth.EIGHT_BIT) {
            return deep(image);
        }
        return Pictures.image(rowsOf(image, new Scratch()));
    }

    /**
     * Of an image of bytes.
     *
     * @throws MisfitException if the rows under the kernel are more than an array can hold
     */
    Rows rowsOf(Image image, Scratch scratch) {
        return rows(Pictures.rows(image), scratch).orElseGet(() -> wrapped(image, scratch));
    }

    /**
     * As the source's rows come; nothing where the last ones are needed first.
     *
     * @throws MisfitException likewise
     */
    Optional<Rows> rows(Rows source, Scratch scratch) {
        return FilteredRows.canFilter(border.edge) ? Optional.of(filtered(source, border, scratch)) : Optional.empty();
    }

    private Rows filtered(Rows source, Border seen, Scratch scratch) {
        Limits.kernelRows(kernel.length, Pictures.size(source), source.channels());
        return new FilteredRows(source, kernel, seen.edge, scratch);
    }

    /** In doubles, each row from those under the kernel. */
    private Image deep(Image image) {
        int radius = kernel.length / 2;
        int channels = image.channels();
        int row = image.width() * channels;
        double[] sums = new double[row];
        Canvas canvas = Canvas.like(image, image.size());
        for (int y = 0; y < image.height(); y++) {
            Arrays.fill(sums, 0);
            for (int tap = 0; tap < kernel.length; tap++) {
                int seen = border.index(y + tap - radius, image.height());
                for (int i = 0; i < row && seen != Border.FILL; i++) {
                    sums[i] += kernel[tap] * image.level(seen * row + i);
                }
            }
            for (int i = 0; i < row; i++) {
                canvas.put(y * row + i, alongRow(sums, i / channels, i % channels, channels));
            }
        }
        return canvas.image();
    }

    private double alongRow(double[] levels, int x, int channel, int channels) {
        double sum = 0;
        for (int tap = 0; tap < kernel.length; tap++) {
            int seen = border.index(x + tap - kernel.length / 2, levels.length / channels);
            sum += seen == Border.FILL ? 0 : kernel[tap] * levels[seen * channels + channel];
        }
        return sum;
    }

    /** The rows that wrap around are needed before they come: the picture is filtered with all of them around it. */
    private Rows wrapped(Image image, Scratch scratch) {
        int radius = kernel.length / 2;
        Rows around = Padding.rows(image, border, radius);
        return new MiddleRows(filtered(around, Border.REPLICATE, scratch), radius, scratch);
    }
}
