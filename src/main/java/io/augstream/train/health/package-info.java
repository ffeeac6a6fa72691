/**
 * Gradient health: what is seen of a training's layers every few steps, and what it says of why the network does not train.
 *
 * <p>Knows networks, settings and tensors, and neither the trainer that calls it nor files.
 *
 * <p>Read next: {@link io.augstream.train.health.HealthRules}.
 */
@NullMarked
package io.augstream.train.health;

import org.jspecify.annotations.NullMarked;
