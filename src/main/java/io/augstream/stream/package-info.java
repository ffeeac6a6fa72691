/**
 * Data set to augmented batches, with backpressure: the only home of Akka.
 *
 * <p>Must not know networks or training, and lets no Akka type out except where a user asks for a source or a flow.
 *
 * <p>Read next: {@link io.augstream.train}.
 */
@NullMarked
package io.augstream.stream;

import org.jspecify.annotations.NullMarked;
