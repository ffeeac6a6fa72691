package io.augstream.nn;

/** max(x, 0). */
public record Relu() implements LayerSpec {
    @Override
    public String kind() {
        return "relu";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }
}
