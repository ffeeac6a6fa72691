package io.augstream.train;

import io.augstream.nn.LayerPlan;
import io.augstream.nn.NetworkPlan;
import io.augstream.nn.PlannedBatch;
import io.augstream.train.health.HealthMonitor;

/**
 * The memory that a training holds at its peak, in bytes: what it keeps in arrays, without the images that wait for their
 * turn, without a checkpoint on its way to a file, and without the Java machine itself. On the heap, Java's collector G1 rounds
 * each large array up to whole regions, which can take half as much again; the parallel collector does not.
 *
 * @param weights and all that is trained
 * @param gradients of them
 * @param optimizer what it remembers
 * @param copies of the weights: those to go back to when numbers end, the best ones where early stopping restores them, and
 *     their average where one is kept
 * @param layers what they keep from their forward passes for their backward passes, and where their health is looked at what that
 *     keeps of weights and outputs
 * @param images of the largest batch, trained or scored, and of its mixtures
 */
public record TrainingMemory(long weights, long gradients, long optimizer, long copies, long layers, long images) {
    public static TrainingMemory of(NetworkPlan plan, TrainSettings train, PlannedBatch batch) {
        long parameters = Float.BYTES * plan.total(LayerPlan::parameters);
        boolean keepsBest =
                train.earlyStopping().map(EarlyStopping::restoreBestWeights).orElse(false);
        int copies = 1 + (keepsBest ? 1 : 0) + (train.ema().isPresent() ? 1 : 0);
        return new TrainingMemory(
                parameters,
                parameters,
                train.optimizerSettings().momentsPerParameter() * parameters,
                copies * parameters,
                Float.BYTES * (plan.bufferFloats() + (train.health().isPresent() ? healthFloats(plan) : 0)),
                (long) Float.BYTES
                        * batch.largest()
                        * plan.input().size()
                        * (train.mixing().mixes() ? 2 : 1));
    }

    private static long healthFloats(NetworkPlan plan) {
        return plan.shown() + plan.total(layer -> HealthMonitor.sampledWeights(layer.weights()));
    }

    public long total() {
        return weights + gradients + optimizer + copies + layers + images;
    }
}
