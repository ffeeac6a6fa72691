/**
 * Experiments: arms × seeds, trained in pairs, and what they say of overfitting.
 *
 * <p>Must not know the command line.
 *
 * <p>Read next: {@link io.augstream.lab.statistics}, then the architecture test.
 */
@NullMarked
package io.augstream.lab;

import org.jspecify.annotations.NullMarked;
