/**
 * What an experiment leaves behind: the table, metrics.csv, report.json and report.html.
 *
 * <p>Computes no statistics of its own.
 *
 * <p>Read next: {@link io.augstream.cli}.
 */
@NullMarked
package io.augstream.lab.report;

import org.jspecify.annotations.NullMarked;
