/**
 * One training of one pipeline file: its data in memory, its checkpoints, and what is told of it.
 *
 * <p>Must not know experiments or the command line.
 *
 * <p>Read next: {@link io.augstream.lab}.
 */
@NullMarked
package io.augstream.run;

import org.jspecify.annotations.NullMarked;
