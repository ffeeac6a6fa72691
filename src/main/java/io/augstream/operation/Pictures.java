package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Raster;
import io.augstream.pixel.RasterRows;
import io.augstream.pixel.Rows;

/** Between images and the rows that they consist of. */
public final class Pictures {
    private Pictures() {}

    public static Rows rows(Image image) {
        return new RasterRows(raster(image));
    }

    static Raster raster(Image image) {
        return new Raster(image.samples(), image.width(), image.height(), image.channels());
    }

    public static ImageSize size(Rows rows) {
        return new ImageSize(rows.width(), rows.height());
    }

    /** The image of all rows, none of which has been taken. */
    public static Image image(Rows rows) {
        return image(rows, new byte[Limits.samples(size(rows), rows.channels())]);
    }

    /** The image of all rows, none of which has been taken, in {@code samples} of just its length, which are given away. */
    public static Image image(Rows rows, byte[] samples) {
        int length = rows.width() * rows.channels();
        for (int y = 0; y < rows.height(); y++) {
            rows.next(samples, y * length);
        }
        return Image.of(size(rows), rows.channels(), samples);
    }
}
