package io.augstream.operation;

import io.augstream.image.Channels;
import java.util.List;

/**
 * The level outside the picture: one for all channels (alpha too), or one a channel, so 1, 3 or 4.
 *
 * @param levels each 0..255
 */
public record Fill(List<Integer> levels) {
    /** Black, or transparent black. */
    public static final Fill ZERO = new Fill(List.of(0));

    public Fill {
        levels = List.copyOf(levels);
        if (levels.size() != 1 && levels.size() != 3 && levels.size() != 4) {
            throw new IllegalArgumentException(
                    "fill must be one level or a list of one a channel (1, 3 or 4), got " + levels.size() + " levels");
        }
        for (int level : levels) {
            if (level < 0 || level > 255) {
                throw new IllegalArgumentException("fill must lie in [0, 255], got " + level);
            }
        }
    }

    /** @throws MisfitException if the levels are neither one nor as many as an image's {@code channels} */
    public void requireFor(int channels) {
        if (levels.size() != 1 && levels.size() != channels) {
            throw new MisfitException("fill has " + levels.size() + " levels, but the image has "
                    + Channels.words(channels) + "; give one level, or one a channel");
        }
    }

    /** @throws MisfitException as {@link #requireFor} */
    int[] forChannels(int channels) {
        requireFor(channels);
        int[] filled = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            filled[channel] = levels.get(levels.size() == 1 ? 0 : channel);
        }
        return filled;
    }
}
