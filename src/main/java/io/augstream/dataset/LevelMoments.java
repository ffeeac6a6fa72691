package io.augstream.dataset;

import io.augstream.image.Channels;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import java.util.stream.StreamSupport;

/** Mean and standard deviation (of the population) of each channel of a set of images, as fractions of full scale. */
interface LevelMoments {
    /**
     * By counting where all images are of 8 bits, else by two sums over all samples at their full depth, in the images' order.
     *
     * @param images at least one, which may be asked for more than once
     * @throws DataException if they differ in channels
     */
    static LevelMoments of(Iterable<Image> images) {
        boolean bytes =
                StreamSupport.stream(images.spliterator(), false).allMatch(image -> image.depth() == Depth.EIGHT_BIT);
        return bytes ? LevelCounts.of(images) : LevelSums.of(images);
    }

    int channels();

    double mean(int channel);

    /** 0 where all samples are alike. */
    double deviation(int channel);

    /** @throws DataException if the image has another number of channels than those before */
    static void requireChannels(int channels, Image image) {
        if (image.channels() != channels) {
            throw new DataException("images with " + channels + " and with " + Channels.words(image.channels())
                    + " in one set; data.prepare.channels would make them alike");
        }
    }
}
