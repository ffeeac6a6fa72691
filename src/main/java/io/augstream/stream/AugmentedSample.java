package io.augstream.stream;

import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.pipeline.Draw;
import java.util.List;

/**
 * A sample with its augmented image.
 *
 * @param draws what was done to it, stage by stage; applied to the sample's image again they give the same bytes
 */
public record AugmentedSample(Sample sample, List<Draw> draws, Image image) {
    public AugmentedSample {
        draws = List.copyOf(draws);
    }
}
