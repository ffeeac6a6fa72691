/**
 * The stages of a pipeline file, the catalog of stages, and the rule for random streams.
 *
 * <p>Must not know data sets, streams or training.
 *
 * <p>Read next: {@link io.augstream.stream}.
 */
@NullMarked
package io.augstream.pipeline;

import org.jspecify.annotations.NullMarked;
