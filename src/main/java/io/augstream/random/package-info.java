/**
 * Counter-based random numbers that are the same on every Java version, thread and machine.
 *
 * <p>Knows only the JDK and commons-math3's distributions: not what the numbers are for.
 *
 * <p>Read next: {@link io.augstream.pipeline}, where the rule stands by which streams get their keys.
 */
@NullMarked
package io.augstream.random;

import org.jspecify.annotations.NullMarked;
