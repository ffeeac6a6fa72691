package io.augstream.dataset;

/**
 * One labelled image of a data set, not yet decoded.
 *
 * @param id split/relative path, split/shard/key for tar shards, or split/index for packed files; unique in its set
 * @param label the index of the class
 * @param source where the pixels come from
 */
public record Sample(String id, int label, ImageSource source) {}
