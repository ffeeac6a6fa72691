package io.augstream.operation;

import io.augstream.image.ImageSize;
import io.augstream.pixel.Edge;
import java.util.Optional;

/**
 * What stands outside the picture. Drawn for a row {@code abcd}:
 *
 * <pre>
 * CONSTANT     ffff|abcd|ffff   one fill level
 * REPLICATE    aaaa|abcd|dddd   the nearest edge pixel
 * REFLECT101   ..cb|abcd|cb..   mirrored, the edge pixel not repeated (SciPy "mirror", torchvision "reflect")
 * SYMMETRIC    dcba|abcd|dcba   mirrored, the edge pixel repeated (SciPy "reflect", OpenCV BORDER_REFLECT)
 * WRAP         abcd|abcd|abcd   tiled (SciPy "grid-wrap")
 * </pre>
 *
 * There is no bare "reflect", because libraries mean either of two things by it.
 */
public enum Border {
    CONSTANT(Edge.CONSTANT),
    REPLICATE(Edge.REPLICATE),
    REFLECT101(Edge.REFLECT101),
    SYMMETRIC(Edge.SYMMETRIC),
    WRAP(Edge.WRAP);

    /** Stands for a pixel that has the fill level. */
    static final int FILL = Edge.FILL;

    /**
     * A place half-way between two pixels counts as the latter's. In a mirror image that is the former of the two that are seen there, so
     * what a mirror image shows of places is so much nearer to the former, in pixels.
     */
    static final double TIE = 1e-9;

    final Edge edge;

    Border(Edge edge) {
        this.edge = edge;
    }

    /** The index in [0, length) whose pixel is seen at {@code index}, or {@link #FILL}. */
    int index(int index, int length) {
        return edge.index(index, length);
    }

    /** The place of a picture that is seen at a place of its plane; nothing where that is the fill. */
    Optional<Place> seen(Place place, ImageSize size) {
        double x = seen(place.x(), size.width());
        double y = seen(place.y(), size.height());
        return Double.isNaN(x) || Double.isNaN(y) ? Optional.empty() : Optional.of(new Place(x, y));
    }

    /** Pixels reach from half before their centre to half behind it. */
    private double seen(double place, int length) {
        return place >= -0.5 && place < length - 0.5 ? place : beyond(place, length);
    }

    /** The place in [-½, length − ½] that is seen at one outside, or NaN for the fill. */
    private double beyond(double place, int length) {
        return switch (this) {
            case CONSTANT -> Double.NaN;
            case REPLICATE -> Math.max(0, Math.min(length - 1, place));
            case REFLECT101 -> length == 1 ? 0 : mirrored(place, length - 1);
            case SYMMETRIC -> mirrored(place + 0.5, length) - 0.5;
            case WRAP -> phase(place + 0.5, length) - 0.5;
        };
    }

    /** A place on a line that is mirrored at 0 and at {@code length}. */
    private static double mirrored(double place, int length) {
        double phase = phase(place, 2 * length);
        return phase < length ? phase : Math.max(0, 2 * length - phase - TIE);
    }

    /** The remainder in [0, period). */
    private static double phase(double place, int period) {
        double phase = place - period * Math.floor(place / period);
        return phase < period ? phase : 0;
    }
}
