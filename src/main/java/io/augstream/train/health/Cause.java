package io.augstream.train.health;

import java.util.List;
import java.util.Locale;

/** Why a network does not train, and what mends it, by setting. */
public enum Cause {
    ZERO_WEIGHTS("the weights begin at 0, so that all units of a layer stay alike", "init: he_normal before a ReLU"),
    SMALL_WEIGHTS(
            "the first weights are small, so that what goes through the layers fades",
            "init: he_normal before a ReLU, glorot_uniform before a tanh",
            "a batch_norm after each layer"),
    LARGE_WEIGHTS(
            "the first weights are large, so that what goes through the layers swells",
            "init: he_normal before a ReLU, glorot_uniform before a tanh",
            "a batch_norm after each layer",
            "clip_gradient: {norm: 1}"),
    SATURATION(
            "the activation saturates and lets little of a gradient through, as a sigmoid's slope of at most a quarter",
            "relu in place of sigmoid or tanh",
            "a batch_norm before each activation",
            "residual blocks"),
    NEVER_ALIVE(
            "the first weights and biases leave the units nothing but 0",
            "init: he_normal and bias_init: 0",
            "leaky_relu in place of relu",
            "a batch_norm before each activation"),
    DEPTH("many layers without skips", "residual blocks", "a batch_norm after each layer", "fewer layers"),
    UNSCALED_INPUT("the inputs are not scaled", "data.prepare: {normalise: true}"),
    LARGE_STEPS(
            "the learning rate is large", "a learning_rate of a tenth", "warmup_epochs: 1", "clip_gradient: {norm: 1}"),
    SMALL_STEPS("the learning rate is small", "a learning_rate of ten times", "optimizer: adam"),
    WEIGHT_DECAY("weight decay outweighs the gradients", "a weight_decay of a tenth", "residual blocks"),
    UNKNOWN("not told by what was seen", "another learning_rate", "a batch_norm after each layer");

    private final String words;
    private final List<String> remedies;

    Cause(String words, String... remedies) {
        this.words = words;
        this.remedies = List.of(remedies);
    }

    /** As in health.json: {@code small_weights}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** The likeliest first. */
    public List<String> remedies() {
        return remedies;
    }
}
