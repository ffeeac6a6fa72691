/**
 * Draws the picture set in {@code samples/}, and scenes of one or two shapes for whoever wants many of them.
 *
 * <p>Knows nothing of augmentation or training.
 *
 * <p>Read next: {@link io.augstream.samples.SamplesTest}, which draws the set again and compares, and {@link
 * io.augstream.samples.Scene}.
 */
@NullMarked
package io.augstream.samples;

import org.jspecify.annotations.NullMarked;
