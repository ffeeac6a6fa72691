/**
 * What all loops of the Vector API have in common: whether it is there, and how it is made fast.
 *
 * <p>Must not know what the loops are for.
 *
 * <p>Read next: {@link io.augstream.nn} and {@link io.augstream.pixel}, whose loops they are.
 */
@NullMarked
package io.augstream.simd;

import org.jspecify.annotations.NullMarked;
