package io.augstream.train;

import io.augstream.nn.LayerSpec;
import io.augstream.settings.Value;
import java.util.List;

/** A layer and where the file has it: what is repeated is written once. */
record PlacedLayer(Value place, LayerSpec layer) {
    static List<LayerSpec> layers(List<PlacedLayer> placed) {
        return placed.stream().map(PlacedLayer::layer).toList();
    }
}
