/**
 * Loops over the 8-bit samples of a picture: each by the Vector API and by plain Java, with the same bytes.
 *
 * <p>Must not know pictures, operations or random streams: it is given arrays, offsets and scratch, and allocates nothing.
 *
 * <p>Read next: {@link io.augstream.operation}, whose operations run them.
 */
@NullMarked
package io.augstream.pixel;

import org.jspecify.annotations.NullMarked;
