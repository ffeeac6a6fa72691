package io.augstream.nn;

/**
 * Takes a map as a vector: row by row, pixel by pixel, channel by channel (H, W, C). Frameworks that keep channels first
 * flatten in the order C, H, W: weights that come from them must be reordered.
 */
public record Flatten() implements LayerSpec {
    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(input.size());
    }
}
