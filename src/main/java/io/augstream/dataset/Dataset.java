package io.augstream.dataset;

import java.util.List;

/**
 * A labelled set of images in splits, in a fixed order that depends on the data alone.
 *
 * @param classes the class names; a label is an index into them
 * @param validation empty where the set brings none
 */
public record Dataset(List<String> classes, List<Sample> train, List<Sample> validation, List<Sample> test) {
    public Dataset {
        classes = List.copyOf(classes);
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    public List<Sample> samples(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
