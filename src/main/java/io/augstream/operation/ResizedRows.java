package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizedLevels;
import io.augstream.image.SeparableResize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/** The rows of a window of a picture at another size, rounded to bytes. */
final class ResizedRows extends DrawnRows {
    private final ResizedLevels rows;
    private final double[] row;

    private ResizedRows(ImageSize size, int channels, ResizedLevels rows, Scratch scratch) {
        super(size, channels);
        this.rows = rows;
        row = scratch.doubles(size.width() * channels);
    }

    /**
     * As the source's rows come; nothing where some would be needed again.
     *
     * @throws MisfitException if no array holds the result
     */
    static Optional<Rows> of(Rows source, ResizedWindow window, Scratch scratch) {
        SeparableResize resize = resize(window, source.channels(), scratch);
        if (!resize.asksInOrder()) {
            return Optional.empty();
        }
        Feed feed = new Feed(source, window, scratch);
        return Optional.of(new ResizedRows(window.size(), source.channels(), resize.rows(feed), scratch));
    }

    /** @throws MisfitException likewise */
    static Rows of(Image image, ResizedWindow window, Scratch scratch) {
        SeparableResize resize = resize(window, image.channels(), scratch);
        ResizedLevels rows = resize.rows(resize.window(image, window.left(), window.top()));
        return new ResizedRows(window.size(), image.channels(), rows, scratch);
    }

    private static SeparableResize resize(ResizedWindow window, int channels, Scratch scratch) {
        int unused = Limits.samples(window.size(), channels);
        return new SeparableResize(
                window.shown(), window.size(), channels, window.interpolation(), window.antialias(), scratch::doubles);
    }

    @Override
    public void next(byte[] to, int at) {
        rows.next(row);
        int length = width() * channels();
        for (int i = 0; i < length; i++) {
            to[at + i] = Levels.toByte(row[i]);
        }
    }

    /** Takes rows up to the one asked for, and of that the window. */
    private static final class Feed implements SeparableResize.Levels {
        private final Rows source;
        private final int left;
        private final int top;
        private final int width;
        private final byte[] row;
        private int taken;

        Feed(Rows source, ResizedWindow window, Scratch scratch) {
            this.source = source;
            left = window.left() * source.channels();
            top = window.top();
            width = window.shown().width() * source.channels();
            row = scratch.bytes(source.width() * source.channels());
        }

        @Override
        public void row(int y, double[] levels) {
            while (taken <= top + y) {
                source.next(row, 0);
                taken++;
            }
            for (int i = 0; i < width; i++) {
                levels[i] = row[left + i] & 0xff;
            }
        }
    }
}
