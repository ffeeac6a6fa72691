/**
 * Exact, drawn operations: what happens to the pixels once every choice is made.
 *
 * <p>Must not know random sources, clocks or files: the same operation on the same image gives the same bytes.
 *
 * <p>Read next: {@link io.augstream.augment}, which draws them.
 */
@NullMarked
package io.augstream.operation;

import org.jspecify.annotations.NullMarked;
