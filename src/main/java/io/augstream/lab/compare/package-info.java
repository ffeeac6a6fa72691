/**
 * Finished experiments side by side: their figures, what differs between them, and arms of the same name paired by seed.
 *
 * <p>Must not know how an experiment runs: it reads what one left behind.
 *
 * <p>Read next: {@link io.augstream.lab.report}, which writes what is read here.
 */
@NullMarked
package io.augstream.lab.compare;

import org.jspecify.annotations.NullMarked;
