package io.augstream.train.health;

import io.augstream.random.CounterRandom;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network and a training, put together by chance: depth, family, activation, first weights, optimizer, learning rate, decay,
 * schedule, the scale of the inputs, and what is frozen.
 *
 * @param family of the architecture
 * @param layers as in a pipeline file
 * @param train likewise
 * @param scale of the inputs
 */
record DrawnNetwork(int number, Family family, String activation, String layers, String train, double scale) {
    /** Of which one is kept out of the tuning. */
    enum Family {
        PLAIN,
        NORMALISED,
        RESIDUAL,
        /** Residual with batch norm, whose γ of 0 lets each block begin as its shortcut. */
        SHORTCUT,
        CONVOLUTIONAL;

        boolean isKeptOut() {
            return this == CONVOLUTIONAL;
        }
    }

    static final String ACTIVATION_KEPT_OUT = "silu";
    private static final List<String> ACTIVATIONS =
            List.of("relu", "relu", "relu", "tanh", "sigmoid", "leaky_relu", "gelu", ACTIVATION_KEPT_OUT);
    private static final List<String> INITS = List.of(
            "he_normal",
            "he_normal",
            "he_normal",
            "he_uniform",
            "glorot_uniform",
            "glorot_normal",
            "orthogonal",
            "{normal: {sigma: 0.001}}",
            "{normal: {sigma: 0.01}}",
            "{normal: {sigma: 0.1}}",
            "{normal: {sigma: 1}}",
            "zeros");
    private static final List<Integer> DEPTHS = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Double> SCALES = List.of(1.0, 1.0, 1.0, 1.0, 0.01, 100.0);
    private static final List<String> SCHEDULES =
            List.of("", "", ", schedule: cosine", ", schedule: cosine, warmup_epochs: 3", ", schedule: one_cycle");
    private static final List<String> EXTRAS = List.of(
            "",
            "",
            "",
            ", weight_decay: 1e-4",
            ", weight_decay: 0.1",
            ", label_smoothing: 0.1",
            ", mixup: 0.4",
            ", clip_gradient: {norm: 1}");

    /** Of the blocks, the share that is frozen, from the lowest on. */
    private static final List<Double> FROZEN = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.25, 0.5);

    boolean isKeptOut() {
        return family.isKeptOut() || activation.equals(ACTIVATION_KEPT_OUT);
    }

    static DrawnNetwork of(int number, int epochs, int batch) {
        CounterRandom random = new CounterRandom(31_000_000L + number);
        Family family = pick(List.of(Family.values()), random);
        String activation = pick(ACTIVATIONS, random);
        int depth = pick(DEPTHS, random);
        String init = pick(INITS, random);
        double scale = pick(SCALES, random);
        int optimizer = (int) (3 * random.nextDouble());
        // SGD from 1e-5 to 10, Adam from 1e-6 to 1: from no move to far too much.
        double rate = Math.pow(10, -5 + 6 * random.nextDouble()) / (optimizer == 2 ? 10 : 1);
        String train = String.format(
                Locale.ROOT,
                "{epochs: %d, batch: %d, learning_rate: %.3g, %s%s%s%s}",
                epochs,
                batch,
                rate,
                List.of("momentum: 0", "momentum: 0.9", "optimizer: adam").get(optimizer),
                pick(SCHEDULES, random),
                pick(EXTRAS, random),
                frozen(family, (int) Math.ceil(pick(FROZEN, random) * depth)));
        return new DrawnNetwork(number, family, activation, layers(family, activation, depth, init), train, scale);
    }

    private static <T> T pick(List<T> choices, CounterRandom random) {
        return choices.get((int) (choices.size() * random.nextDouble()));
    }

    private static String frozen(Family family, int blocks) {
        String places = IntStream.range(0, blocks)
                .mapToObj(block -> switch (family) {
                    case PLAIN -> 1 + 2 * block + ".dense";
                    case NORMALISED -> 1 + 3 * block + ".dense";
                    case RESIDUAL, SHORTCUT -> 2 + block + ".residual";
                    case CONVOLUTIONAL -> 3 * block + ".convolution";
                })
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : ", frozen: [" + places + "]";
    }

    private static String layers(Family family, String activation, int depth, String init) {
        String dense = "{dense: {units: 32, init: " + init + "}}";
        String block =
                switch (family) {
                    case PLAIN -> dense + ", " + activation;
                    case NORMALISED ->
                        "{dense: {units: 32, bias: false, init: " + init + "}}, batch_norm, " + activation;
                    case RESIDUAL -> "{residual: {branch: [" + dense + ", " + activation + "]}}";
                    case SHORTCUT ->
                        "{residual: {branch: [" + dense + ", batch_norm, " + activation + ", " + dense
                                + ", {batch_norm: {gamma_init: 0}}], activation: " + activation + "}}";
                    case CONVOLUTIONAL -> "{convolution: {channels: 8, init: " + init + "}}, batch_norm, " + activation;
                };
        String blocks = String.join(", ", Collections.nCopies(depth, block));
        String start =
                switch (family) {
                    case PLAIN, NORMALISED -> "flatten, ";
                    case RESIDUAL, SHORTCUT -> "flatten, " + dense + ", ";
                    case CONVOLUTIONAL -> "";
                };
        String end = family == Family.CONVOLUTIONAL ? ", flatten" : "";
        return "[" + start + blocks + end + ", {dense: {units: classes, init: " + init + "}}]";
    }

    @Override
    public String toString() {
        String begin = layers.length() <= 200 ? layers : layers.substring(0, 200) + "…";
        return List.of("#" + number, "scale " + scale, train, begin).stream().collect(Collectors.joining(" "));
    }
}
