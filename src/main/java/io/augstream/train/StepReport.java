package io.augstream.train;

/**
 * What one step came to.
 *
 * @param epoch from 0
 * @param step from 0 in its epoch
 * @param images in its batch
 * @param loss mean over the batch, before the weights moved, without any penalty
 * @param accuracy share of the batch that was named rightly, in [0, 1]
 * @param learningRate of the step
 * @param waited seconds spent waiting for the batch
 */
public record StepReport(
        int epoch, int step, int images, double loss, double accuracy, double learningRate, double waited) {}
