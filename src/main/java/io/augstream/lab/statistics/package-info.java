/**
 * Intervals, paired tests and verdicts; on commons-math3.
 *
 * <p>Knows numbers only: not networks, images or files.
 *
 * <p>Read next: {@link io.augstream.lab.report}.
 */
@NullMarked
package io.augstream.lab.statistics;

import org.jspecify.annotations.NullMarked;
