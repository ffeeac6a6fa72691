package io.augstream.train;

import io.augstream.nn.Parameter;
import java.util.List;

/**
 * Stochastic gradient descent with momentum μ as PyTorch defines it: v ← μ·v + (∂E/∂w + λ·w), w ← w − rate·v, where v
 * starts at 0. Coupled weight decay, see {@link WeightDecay}.
 */
public final class Sgd {
    private final List<Parameter> parameters;
    private final float[][] velocities;
    private final float momentum;
    private final WeightDecay decay;

    /** @param parameters read and written by each step */
    public Sgd(List<Parameter> parameters, double momentum, WeightDecay decay) {
        this.parameters = List.copyOf(parameters);
        this.momentum = (float) momentum;
        this.decay = decay;
        velocities = parameters.stream()
                .map(parameter -> new float[parameter.size()])
                .toArray(float[][]::new);
    }

    /** Moves every parameter against its gradient. */
    public void step(double learningRate) {
        for (int i = 0; i < velocities.length; i++) {
            Parameter parameter = parameters.get(i);
            float lambda = (float) decay.rateFor(parameter.kind());
            move(parameter.value(), parameter.gradient(), velocities[i], lambda, momentum, (float) learningRate);
        }
    }

    private static void move(
            float[] value, float[] gradient, float[] velocity, float lambda, float momentum, float rate) {
        for (int i = 0; i < value.length; i++) {
            float moved = momentum * velocity[i] + (gradient[i] + lambda * value[i]);
            velocity[i] = moved;
            value[i] -= rate * moved;
        }
    }
}
