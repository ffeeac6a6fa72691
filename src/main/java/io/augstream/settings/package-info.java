/**
 * The pipeline file as a tree whose every value knows its file and line; the only home of Jackson.
 *
 * <p>Must not know what any key means: each package binds its own section.
 *
 * <p>Read next: {@link io.augstream.pipeline}, which binds the stages.
 */
@NullMarked
package io.augstream.settings;

import org.jspecify.annotations.NullMarked;
