package io.augstream.targets;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Movement;
import io.augstream.operation.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All movements of an image, one after the other, taken as one: a mask is looked up once, at the place of the source that a pixel
 * comes from; a box travels as its four corners and is boxed once, at the end. What a frame on the way has cut stays cut.
 */
public final class Course {
    private final ImageSize source;
    private final List<Movement> movements;

    /** @param movements each from the size that the one before gives, the first from {@code source} */
    public Course(ImageSize source, List<Movement> movements) {
        ImageSize size = source;
        for (Movement movement : movements) {
            if (!movement.source().equals(size)) {
                throw new IllegalArgumentException("a movement of " + movement.source() + " follows one to " + size);
            }
            size = movement.result();
        }
        this.source = source;
        this.movements = List.copyOf(movements);
    }

    public ImageSize result() {
        return movements.isEmpty()
                ? source
                : movements.get(movements.size() - 1).result();
    }

    /**
     * Where everything is afterwards. A box that is seen in parts becomes the one around these; boxes and points that are out of
     * sight, and boxes of which too little is seen, are gone.
     *
     * @throws IllegalArgumentException if the mask is of another size than the image, or a box or a point lies outside of it
     */
    public Targets move(Targets targets) {
        targets.requireWithin(source);
        if (movements.isEmpty()) {
            return targets;
        }
        return new Targets(
                targets.mask().map(this::moved),
                targets.boxes().stream()
                        .flatMap(box -> moved(box, targets.leastVisible()).stream())
                        .toList(),
                targets.keypoints().stream()
                        .flatMap(point -> moved(point, targets.sides()))
                        .toList(),
                targets.leastVisible(),
                targets.sides());
    }

    private Image moved(Image mask) {
        int channels = mask.channels();
        ImageSize size = result();
        byte[] labels = new byte[Math.multiplyExact(Math.multiplyExact(size.width(), size.height()), channels)];
        int at = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                Optional<Place> place = back(new Place(x, y));
                if (place.isPresent()) {
                    int from = nearest(place.get()) * channels;
                    System.arraycopy(mask.samples(), from, labels, at, channels);
                }
                at += channels;
            }
        }
        return Image.of(size, channels, labels);
    }

    /** The pixel whose square holds a place within the frame, counted row by row. */
    private int nearest(Place place) {
        int x = Math.min((int) Math.floor(place.x() + 0.5), source.width() - 1);
        int y = Math.min((int) Math.floor(place.y() + 0.5), source.height() - 1);
        return y * source.width() + x;
    }

    private Optional<Place> back(Place result) {
        Optional<Place> place = Optional.of(result);
        for (int i = movements.size() - 1; i >= 0 && place.isPresent(); i--) {
            place = movements.get(i).back(place.get());
        }
        return place;
    }

    private Optional<Box> moved(Box box, double leastVisible) {
        Polygon whole = Polygon.of(box).within(source);
        Polygon seen = whole;
        for (Movement movement : movements) {
            whole = whole.moved(movement);
            seen = seen.moved(movement).within(movement.result());
        }
        return seen.area() >= leastVisible * whole.area() ? seen.box(box.label()) : Optional.empty();
    }

    private Stream<Keypoint> moved(Keypoint point, Map<String, String> sides) {
        // What lies outside by rounding alone lies on the rim.
        Place place = new Place(
                Math.max(-0.5, Math.min(source.width() - 0.5, point.x())),
                Math.max(-0.5, Math.min(source.height() - 0.5, point.y())));
        String name = point.name();
        for (Movement movement : movements) {
            place = movement.forth(place);
            name = movement.mirrors() ? sides.getOrDefault(name, name) : name;
            if (!isWithin(place, movement.result())) {
                return Stream.empty();
            }
        }
        return Stream.of(new Keypoint(place.x(), place.y(), name));
    }

    private static boolean isWithin(Place place, ImageSize frame) {
        return place.x() >= -0.5
                && place.y() >= -0.5
                && place.x() <= frame.width() - 0.5
                && place.y() <= frame.height() - 0.5;
    }
}
