package io.augstream.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A residual block (He and others, "Deep residual learning", 2016): what the branch makes of the input plus what the
 * shortcut makes of it, then the activation, if there is one. Parameters are named as in {@code
 * 3.residual.branch.0.convolution.weight}.
 *
 * @param branch at least one layer
 * @param shortcut layers that give the same shape as the branch, a projection usually; none is the input itself
 * @param activation of the sum
 */
public record Residual(List<LayerSpec> branch, List<LayerSpec> shortcut, @Nullable Activation activation)
        implements LayerSpec {
    public Residual {
        branch = List.copyOf(branch);
        shortcut = List.copyOf(shortcut);
        if (branch.isEmpty()) {
            throw new IllegalArgumentException("branch must have at least one layer");
        }
    }

    @Override
    public String kind() {
        return "residual";
    }

    @Override
    public Shape output(Shape input) {
        Shape left = Sequence.output(branch, input);
        Shape right = Sequence.output(shortcut, input);
        if (!left.equals(right)) {
            throw new IllegalArgumentException("the branch gives " + left + " and the shortcut " + right
                    + ", which cannot be added; a shortcut of a convolution with kernel_size 1 can fit them");
        }
        return left;
    }
}
