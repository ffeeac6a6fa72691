/**
 * Random augmentations: each draws an operation from its settings and a random stream.
 *
 * <p>Must not touch a pixel, and must not know settings files.
 *
 * <p>Read next: {@link io.augstream.pipeline}.
 */
@NullMarked
package io.augstream.augment;

import org.jspecify.annotations.NullMarked;
