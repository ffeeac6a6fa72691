package io.augstream.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets neighbouring layers share passes over memory. What they compute stays as their specs say, and so do the names of
 * layers and parameters; a layer whose work another one has taken over is gone from the list.
 */
final class Fusion {
    private Fusion() {}

    static List<Layer> of(List<Layer> layers) {
        List<Layer> fused = new ArrayList<>();
        for (Layer layer : layers) {
            Layer before = fused.isEmpty() ? null : fused.get(fused.size() - 1);
            if (layer instanceof ReluLayer && before instanceof BatchNormLayer norm && norm.isPlain()) {
                norm.rectify(layer.name);
                continue;
            }
            if (layer instanceof BatchNormLayer norm
                    && before instanceof ConvolutionLayer convolution
                    && !convolution.output.isVector()) {
                convolution.takeOverFrom(norm);
            }
            if (layer instanceof ConvolutionLayer convolution && before instanceof BatchNormLayer norm) {
                convolution.computeInputsOf(norm);
            }
            fused.add(layer);
        }
        return List.copyOf(fused);
    }
}
