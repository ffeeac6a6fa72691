package io.augstream.nn;

/** The mean of each channel over the whole map: a vector of as many values as there were channels. */
public record GlobalAveragePool() implements LayerSpec {
    @Override
    public String kind() {
        return "global_average_pool";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(input.channels());
    }
}
