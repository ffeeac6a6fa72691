/**
 * Contact sheets: what a pipeline makes of some images, to be looked at, with words about what was drawn and with masks, boxes and
 * points on top.
 *
 * <p>Must not know files or the command line. Draws every pixel itself, letters too: the same sheet on every machine, with fonts or
 * without.
 *
 * <p>Read next: {@link io.augstream.preview.ContactSheet}, then {@link io.augstream.preview.Caption}, which puts draws into words.
 */
@NullMarked
package io.augstream.preview;

import org.jspecify.annotations.NullMarked;
