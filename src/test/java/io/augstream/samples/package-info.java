/**
 * Draws the picture set in {@code samples/}.
 *
 * <p>Knows nothing of augmentation or training.
 *
 * <p>Read next: {@link io.augstream.samples.SamplesTest}, which draws it again and compares.
 */
@NullMarked
package io.augstream.samples;

import org.jspecify.annotations.NullMarked;
