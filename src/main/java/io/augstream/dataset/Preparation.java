package io.augstream.dataset;

import io.augstream.image.Channels;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.Resizing;
import io.augstream.settings.Section;
import io.augstream.settings.Sides;
import io.augstream.settings.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is done to every image of every split before anything else, in this order; what is absent is not done.
 *
 * @param resize scales to exactly this size
 * @param crop keeps this much of the middle
 * @param channels 1, 3 or 4, as {@link Channels#convert} does it
 */
public record Preparation(@Nullable ImageSize resize, @Nullable ImageSize crop, @Nullable Integer channels) {
    public static final Preparation NONE = new Preparation(null, null, null);

    public Preparation {
        if (channels != null && channels != 1 && channels != 3 && channels != 4) {
            throw new IllegalArgumentException("channels must be 1, 3 or 4, got " + channels);
        }
        if (resize != null && crop != null && (crop.width() > resize.width() || crop.height() > resize.height())) {
            throw new IllegalArgumentException("crop must fit into resize " + resize + ", got " + crop);
        }
    }

    /** From {@code data.prepare}; the caller builds the section, which also holds {@code normalise}. */
    static Preparation from(Section prepare) {
        return new Preparation(
                prepare.find("resize").map(Preparation::size).orElse(null),
                prepare.find("crop").map(Preparation::size).orElse(null),
                prepare.find("channels").map(Value::integer).orElse(null));
    }

    /** @throws IllegalArgumentException if the image is smaller than {@code crop} */
    public Image apply(Image image) {
        Image prepared = resize == null ? image : Resizing.resize(image, resize);
        prepared = crop == null ? prepared : Resizing.centreCrop(prepared, crop);
        return channels == null ? prepared : Channels.convert(prepared, channels);
    }

    /**
     * Reads and prepares one sample.
     *
     * @throws DataException if it cannot be read, or is smaller than {@code crop}; the message names the sample
     */
    public Image read(Sample sample) {
        Image image = sample.source().read();
        try {
            return apply(image);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    sample.id() + ": " + e.getMessage() + "; data.prepare.resize would scale it first", e);
        }
    }

    private static ImageSize size(Value value) {
        Sides sides = Sides.of(value);
        return new ImageSize(sides.width(), sides.height());
    }
}
