/**
 * The safetensors file format: named arrays of numbers, a JSON header before them, and nothing that could be run.
 *
 * <p>Must not know what the arrays mean: not networks, not training.
 *
 * <p>Read next: {@link io.augstream.lab}.
 */
@NullMarked
package io.augstream.train.safetensors;

import org.jspecify.annotations.NullMarked;
