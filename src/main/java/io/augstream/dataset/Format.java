package io.augstream.dataset;

/** How a data set lies on disk; the names are those of {@code data.format}, in lower case. */
public enum Format {
    /** One folder a class, below {@code train}, {@code validation} and {@code test} or without them. */
    IMAGE_FOLDER(new ImageFolder()),
    /** MNIST's: a file of gray images and a file of labels for each split. */
    IDX(new IdxFolder()),
    /** CIFAR-10's binary records. */
    CIFAR10(new Cifar10Folder()),
    /** Tar shards of key.jpg and key.cls. */
    WEBDATASET(new WebDatasetFolder());

    private final DatasetReader reader;

    Format(DatasetReader reader) {
        this.reader = reader;
    }

    DatasetReader reader() {
        return reader;
    }
}
