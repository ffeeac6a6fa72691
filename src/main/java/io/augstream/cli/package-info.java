/**
 * The command line: the only home of picocli and of standard output.
 *
 * <p>Nothing imports it.
 *
 * <p>Read next: the README.
 */
@NullMarked
package io.augstream.cli;

import org.jspecify.annotations.NullMarked;
