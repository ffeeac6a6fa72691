/**
 * Training: the loop, optimizers, scoring.
 *
 * <p>Pulls batches from a {@link io.augstream.dataset.BatchSource}; must not know how they are made.
 *
 * <p>Read next: {@link io.augstream.run}.
 */
@NullMarked
package io.augstream.train;

import org.jspecify.annotations.NullMarked;
