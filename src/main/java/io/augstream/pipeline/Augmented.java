package io.augstream.pipeline;

import io.augstream.image.Image;
import io.augstream.targets.Targets;

/** An image and what belongs to it, as a pipeline has changed them. */
public record Augmented(Image image, Targets targets) {}
