/**
 * The page report.html: one file for people who did not run the experiment, which loads nothing from anywhere.
 *
 * <p>Must not know the other files of a run's folder, nor compute statistics of its own beyond the interval of a mean.
 *
 * <p>Read next: {@link io.augstream.lab.report.page.ReportPage}, page.html and page.js among the resources.
 */
@NullMarked
package io.augstream.lab.report.page;

import org.jspecify.annotations.NullMarked;
