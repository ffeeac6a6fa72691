package io.augstream.lab.compare;

import io.augstream.lab.statistics.PairedComparison;

/**
 * An arm that two runs have.
 *
 * @param test test accuracies, the later run's minus the earlier one's, seed by seed
 */
record PairedArm(String name, PairedComparison test) {}
