package io.augstream.lab.report.page;

/**
 * A claim of the pipeline file, as the page shows it.
 *
 * @param text the claim in words
 * @param compared which arms by which metric
 * @param difference with its interval
 * @param answer in words
 * @param expected what the file expects, in words
 */
public record ClaimRow(String text, String compared, String difference, String answer, String expected) {}
