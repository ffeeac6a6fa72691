package io.augstream.train;

/**
 * Down by a factor at regular times: factor^⌊epoch / every⌋, as PyTorch's {@code StepLR}.
 *
 * @param every so many epochs, at least 1
 * @param factor in (0, 1]
 */
public record StepDecay(int every, double factor) implements Schedule {
    public StepDecay {
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1, got " + every);
        }
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("factor must lie in (0, 1], got " + factor);
        }
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public double factor(double epoch, double epochs) {
        return StrictMath.pow(factor, Math.floor(epoch / every));
    }
}
