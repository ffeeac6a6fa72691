package io.augstream.dataset;

import java.nio.file.Path;
import java.util.Map;

/** One way in which data sets lie in a folder. */
interface DatasetReader {
    /** Whether the folder looks like one, judged by names alone. */
    boolean recognises(Path root);

    /**
     * Everything there is, in an order that depends on the data alone.
     *
     * @throws DataException if files are missing or broken
     */
    Dataset read(Path root);

    /** Where each split lies that is there, with images or without: its folder, or a file of it. */
    Map<Split, Path> places(Path root);

    /** @throws DataException if a network could not be trained on it, for a reason that only this format knows */
    default void checkForTraining(Path root, Dataset dataset) {}
}
