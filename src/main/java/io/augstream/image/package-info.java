/**
 * Pixels in memory, and the way in and out of files.
 *
 * <p>The only home of java.awt, javax.imageio, imgscalr and commons-imaging; knows nothing of chance, labels or settings.
 *
 * <p>Read next: {@link io.augstream.operation}.
 */
@NullMarked
package io.augstream.image;

import org.jspecify.annotations.NullMarked;
