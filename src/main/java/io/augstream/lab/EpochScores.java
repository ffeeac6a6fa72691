package io.augstream.lab;

import io.augstream.train.Score;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a network did after an epoch, on clean images in evaluation mode.
 *
 * @param epoch from 1; 0 of the first weights, which a run counts with whose numbers ended
 * @param train absent in epochs that were not scored, as {@code score_every} asks; present where a run's figures are of the epoch
 * @param validation absent there too, and where there are no validation images
 * @param test absent where {@code train} is
 * @param layers what was seen of the hidden layers on some training images, the lowest first; nothing where nobody asked
 */
public record EpochScores(
        int epoch, @Nullable Score train, @Nullable Score validation, @Nullable Score test, List<LayerLook> layers) {
    public EpochScores {
        layers = List.copyOf(layers);
    }

    /** Without a look at the layers. */
    public EpochScores(int epoch, @Nullable Score train, @Nullable Score validation, @Nullable Score test) {
        this(epoch, train, validation, test, List.of());
    }

    EpochScores with(List<LayerLook> seen) {
        return new EpochScores(epoch, train, validation, test, seen);
    }

    static EpochScores none(int epoch) {
        return new EpochScores(epoch, null, null, null);
    }

    boolean isScored() {
        return train != null && test != null;
    }

    /** Whether all losses are numbers. */
    boolean isFinite() {
        return Stream.of(Optional.ofNullable(train), Optional.ofNullable(validation), Optional.ofNullable(test))
                .flatMap(Optional::stream)
                .allMatch(score -> Double.isFinite(score.loss()));
    }
}
