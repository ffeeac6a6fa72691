package io.augstream.dataset;

/**
 * One image of a data set, not yet decoded.
 *
 * @param id split/relative path, split/shard/key for tar shards, or split/index for packed files; unique in its set
 * @param label the index of the class, or {@link #UNLABELLED}
 * @param source where the pixels come from
 */
public record Sample(String id, int label, ImageSource source) {
    /** The label of an image that has none; {@link Datasets#open} never gives one, {@link Datasets#openToRead} may. */
    public static final int UNLABELLED = -1;
}
