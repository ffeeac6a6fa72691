package io.augstream.augment;

import io.augstream.image.ImageSize;
import io.augstream.operation.Operation;
import java.util.random.RandomGenerator;

/**
 * An operation as strong as its bin says.
 *
 * @param bins that its strength is drawn from
 * @param signed whether it goes to either side, each as likely
 */
record Graded(MagnitudeBins bins, boolean signed, Grades grades) implements Augmentation {
    /** What an operation is at each strength. */
    @FunctionalInterface
    interface Grades {
        /**
         * @param level the bin, or less its number for the other side: whole, so that 30 of 30 is the widest to the last bit
         * @param size of the image
         */
        Operation operation(int level, ImageSize size);
    }

    @Override
    public Operation draw(ImageSize size, RandomGenerator random) {
        int bin = bins.draw(random);
        boolean other = signed && random.nextDouble() < 0.5;
        return grades.operation(other ? -bin : bin, size);
    }
}
