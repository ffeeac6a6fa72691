/**
 * What moves together with an image: a mask, boxes and named points.
 *
 * <p>Must not know where a movement comes from: neither pipelines nor chance.
 *
 * <p>Read next: {@link io.augstream.targets.Course}, which takes them through all movements of a pipeline at once.
 */
@NullMarked
package io.augstream.targets;

import org.jspecify.annotations.NullMarked;
