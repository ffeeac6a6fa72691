/**
 * Tensors, layers, initialisers, losses and kernels, in plain Java.
 *
 * <p>Knows the JDK and the random numbers alone: not images, files, settings or streams.
 *
 * <p>Read next: {@link io.augstream.train}.
 */
@NullMarked
package io.augstream.nn;

import org.jspecify.annotations.NullMarked;
