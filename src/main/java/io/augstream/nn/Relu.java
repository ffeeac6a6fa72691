package io.augstream.nn;

/** max(x, 0). */
public record Relu() implements Activation {
    @Override
    public String kind() {
        return "relu";
    }
}
