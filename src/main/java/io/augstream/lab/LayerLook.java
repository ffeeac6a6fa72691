package io.augstream.lab;

import io.augstream.lab.statistics.Percentiles;

/**
 * What goes into a hidden layer's activation and what comes out after an epoch, over some training images in evaluation mode.
 *
 * @param layer its place
 * @param saturated share of what comes out that lies at an end of a sigmoid or tanh, as
 *     {@link io.augstream.train.health.LayerFigures#saturated} has it
 * @param input of what goes into the layer's first unit, of a map its first channel; NaN where that is not to be seen
 */
public record LayerLook(String layer, double saturated, Percentiles input) {}
