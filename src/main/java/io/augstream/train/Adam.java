package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.Workers;
import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015), as PyTorch computes it. With the gradient g
 * of step t = 1, 2, …, moments m and v that start at 0, and every operation number by number:
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g        v ← β₂·v + (1 − β₂)·g²
 * w ← w − rate · m / (1 − β₁ᵗ) / (√v / √(1 − β₂ᵗ) + ε)
 * </pre>
 *
 * <p>Weight decay λ is coupled, g = ∂E/∂w + λ·w, or decoupled (Loshchilov and Hutter, "Decoupled Weight Decay
 * Regularization", 2019: AdamW), where g = ∂E/∂w and w ← (1 − rate·λ)·w comes before the step.
 */
public final class Adam implements Optimizer {
    /** The name of the tensor that counts its steps. */
    static final String STEPS = OptimizerState.PREFIX + "steps";

    private final List<Parameter> parameters;
    private final AdamSettings settings;
    private final WeightDecay decay;
    private final float[][] means;
    private final float[][] squares;
    private final long[] steps = {0};
    private final EachNumber eachNumber;

    /**
     * @param parameters read and written by each step
     * @param workers who share the work of a step
     */
    public Adam(List<Parameter> parameters, AdamSettings settings, WeightDecay decay, Workers workers) {
        this.parameters = List.copyOf(parameters);
        this.settings = settings;
        this.decay = new WeightDecay(decay.rate(), decay.exclude(), settings.decoupled() || decay.decoupled());
        means = zeros(parameters);
        squares = zeros(parameters);
        eachNumber = new EachNumber(parameters, workers);
    }

    @Override
    public void step(double learningRate) {
        steps[0]++;
        // StrictMath, for Math.pow may differ from one Java to the next.
        float rate = (float) (learningRate / (1 - StrictMath.pow(settings.beta1(), steps[0])));
        float rootScale = (float) (1 / Math.sqrt(1 - StrictMath.pow(settings.beta2(), steps[0])));
        eachNumber.run((i, from, end) -> {
            Parameter parameter = parameters.get(i);
            float coupled = decay.coupledRate(parameter.kind());
            float kept = decay.kept(parameter.kind(), learningRate);
            average(parameter, coupled, means[i], squares[i], from, end);
            move(parameter.value(), means[i], squares[i], from, end, kept, rate, rootScale);
        });
    }

    @Override
    public List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(OptimizerState.of("mean", parameters, means));
        state.addAll(OptimizerState.of("square", parameters, squares));
        state.add(Tensor.of(STEPS, steps));
        return state;
    }

    private void average(Parameter parameter, float lambda, float[] mean, float[] square, int from, int end) {
        float[] value = parameter.value();
        float[] gradient = parameter.gradient();
        float beta1 = (float) settings.beta1();
        float beta2 = (float) settings.beta2();
        // Not 1 - beta2 in floats: that has lost half of its digits.
        float new1 = (float) (1 - settings.beta1());
        float new2 = (float) (1 - settings.beta2());
        for (int i = from; i < end; i++) {
            float g = gradient[i] + lambda * value[i];
            mean[i] = beta1 * mean[i] + new1 * g;
            square[i] = beta2 * square[i] + new2 * (g * g);
        }
    }

    private void move(
            float[] value, float[] mean, float[] square, int from, int end, float kept, float rate, float rootScale) {
        float epsilon = (float) settings.epsilon();
        for (int i = from; i < end; i++) {
            float root = (float) Math.sqrt(square[i]) * rootScale;
            value[i] = kept * value[i] - rate * mean[i] / (root + epsilon);
        }
    }

    private static float[][] zeros(List<Parameter> parameters) {
        return parameters.stream().map(parameter -> new float[parameter.size()]).toArray(float[][]::new);
    }
}
