package io.augstream.nn;

/**
 * Copies of a batch's maps with a border of zeros around each, so that a window which sticks out of a map finds zeros
 * there. Where no border is wanted, the maps themselves serve.
 */
final class BorderedMaps {
    private final Shape map;
    private final int border;
    private final Shape bordered;

    /** The borders are never written: they are the zeros that a new array has, and samples keep their places in it. */
    private final Buffer copies = new Buffer();

    BorderedMaps(Shape map, int border) {
        this.map = map;
        this.border = border;
        bordered = new Shape(map.height() + 2 * border, map.width() + 2 * border, map.channels());
    }

    /** The shape of a map with its border. */
    Shape shape() {
        return bordered;
    }

    /** Floats from a map's pixel to the one below it. */
    int rowStep() {
        return bordered.width() * bordered.channels();
    }

    /** The offset of a pixel in a bordered map, from its place in the map; the border's lie outside of the map. */
    int offset(int y, int x) {
        return (y + border) * rowStep() + (x + border) * map.channels();
    }

    /** Before {@link #copy} or {@link #of}. */
    void begin(int batch) {
        if (border > 0) {
            copies.atLeast(batch * bordered.size());
        }
    }

    /** Whether {@link #of} needs the maps, and not only their copies. */
    boolean areTheMaps() {
        return border == 0;
    }

    /** The bordered maps of samples that were copied. */
    Samples of(Samples maps) {
        return border == 0 ? maps : Samples.all(copies.atLeast(0));
    }

    /** Floats of a sample's copy; none where the maps themselves serve. */
    int copiedFloats() {
        return border == 0 ? 0 : bordered.size();
    }

    void copy(Samples maps, int first, int samples) {
        if (border == 0) {
            return;
        }
        float[] to = copies.atLeast((first + samples) * bordered.size());
        int row = map.width() * map.channels();
        for (int sample = first; sample < first + samples; sample++) {
            int target = sample * bordered.size() + offset(0, 0);
            for (int y = 0; y < map.height(); y++) {
                System.arraycopy(maps.values(), maps.at(sample, map.size()) + y * row, to, target + y * rowStep(), row);
            }
        }
    }
}
