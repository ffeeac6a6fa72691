package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.Workers;
import io.augstream.train.safetensors.Tensor;
import java.util.List;

/**
 * Stochastic gradient descent with momentum μ as PyTorch defines it: with g = ∂E/∂w + λ·w, v ← μ·v + g and
 * w ← w − rate·v, where v starts at 0; with Nesterov's momentum w ← w − rate·(g + μ·v) (Sutskever, Martens, Dahl and
 * Hinton, "On the importance of initialization and momentum in deep learning", 2013). Weight decay is coupled, as
 * above, or decoupled, where g = ∂E/∂w and w ← (1 − rate·λ)·w comes before the step: see {@link WeightDecay}.
 */
public final class Sgd implements Optimizer {
    private final List<Parameter> parameters;
    private final SgdSettings settings;
    private final WeightDecay decay;
    private final float[][] velocities;
    private final EachNumber eachNumber;

    /**
     * @param parameters read and written by each step
     * @param workers who share the work of a step
     */
    public Sgd(List<Parameter> parameters, SgdSettings settings, WeightDecay decay, Workers workers) {
        this.parameters = List.copyOf(parameters);
        this.settings = settings;
        this.decay = decay;
        velocities = parameters.stream()
                .map(parameter -> new float[parameter.size()])
                .toArray(float[][]::new);
        eachNumber = new EachNumber(parameters, workers);
    }

    @Override
    public void step(double learningRate) {
        float rate = (float) learningRate;
        float momentum = (float) settings.momentum();
        eachNumber.run((i, from, end) -> {
            Parameter parameter = parameters.get(i);
            float lambda = decay.coupledRate(parameter.kind());
            shrink(parameter.value(), from, end, decay.kept(parameter.kind(), learningRate));
            if (settings.nesterov()) {
                moveAhead(parameter, velocities[i], from, end, lambda, momentum, rate);
            } else {
                move(parameter, velocities[i], from, end, lambda, momentum, rate);
            }
        });
    }

    @Override
    public List<Tensor> state() {
        return OptimizerState.of("velocity", parameters, velocities);
    }

    private static void shrink(float[] value, int from, int end, float kept) {
        if (kept != 1) {
            for (int i = from; i < end; i++) {
                value[i] *= kept;
            }
        }
    }

    private static void move(
            Parameter parameter, float[] velocity, int from, int end, float lambda, float momentum, float rate) {
        float[] value = parameter.value();
        float[] gradient = parameter.gradient();
        for (int i = from; i < end; i++) {
            float moved = momentum * velocity[i] + (gradient[i] + lambda * value[i]);
            velocity[i] = moved;
            value[i] -= rate * moved;
        }
    }

    private static void moveAhead(
            Parameter parameter, float[] velocity, int from, int end, float lambda, float momentum, float rate) {
        float[] value = parameter.value();
        float[] gradient = parameter.gradient();
        for (int i = from; i < end; i++) {
            float g = gradient[i] + lambda * value[i];
            float moved = momentum * velocity[i] + g;
            velocity[i] = moved;
            value[i] -= rate * (g + momentum * moved);
        }
    }
}
