package io.augstream.train.health;

import java.util.List;

/**
 * What is said of a network.
 *
 * @param firstStep that showed it, since the network last did what it shall, from 0; −1 where there is none to tell
 * @param evidence figures beside their limits, in words
 * @param cause the likeliest, where the verdict is unhealthy; else {@link Cause#UNKNOWN}
 * @param layers one of each that was watched, lowest first
 */
public record Diagnosis(Verdict verdict, long firstStep, String evidence, Cause cause, List<LayerDiagnosis> layers) {
    public Diagnosis {
        layers = List.copyOf(layers);
    }

    /** One line: {@code vanishing from step 30: …; likely …; try …}. */
    public String line() {
        String from = firstStep > 0 ? " from step " + (firstStep + 1) : "";
        String told = verdict.words() + from + ": " + evidence;
        return verdict.isUnhealthy()
                ? told + "; likely " + cause.words() + "; try "
                        + cause.remedies().get(0)
                : told;
    }
}
