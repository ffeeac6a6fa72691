/**
 * Reading and writing data sets: samples with labels and splits, and batches of them.
 *
 * <p>Must not know augmentation, streams or training.
 *
 * <p>Read next: {@link io.augstream.stream}.
 */
@NullMarked
package io.augstream.dataset;

import org.jspecify.annotations.NullMarked;
