package io.augstream.augment;

import io.augstream.augment.Graded.Grades;
import io.augstream.operation.Affine;
import io.augstream.operation.Autocontrast;
import io.augstream.operation.Border;
import io.augstream.operation.Brightness;
import io.augstream.operation.Contrast;
import io.augstream.operation.Equalize;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import io.augstream.operation.Posterize;
import io.augstream.operation.Rotate;
import io.augstream.operation.Saturation;
import io.augstream.operation.Sharpness;
import io.augstream.operation.Shift;
import io.augstream.operation.Solarize;
import io.augstream.operation.Unchanged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * The fourteen operations that a policy chooses from, and how strong each is at bin 30, in torchvision's figures; at bin b it is b/30 of
 * that.
 *
 * @param shear pixels by which a row moves against the next
 * @param shiftShare pixels of a shift for each pixel of the side
 * @param shiftPixels pixels of a shift besides
 * @param degrees of a turn
 * @param factor what brightness, contrast, saturation and sharpness differ from 1 by
 * @param bits that posterize takes of 8
 */
public record PolicySpace(
        double shear, double shiftShare, double shiftPixels, double degrees, double factor, int bits) {
    /** Cubuk, Zoph, Shlens and Le 2020, section 3; their 150 pixels of 331 are a share of the side. */
    public static final PolicySpace RAND_AUGMENT = new PolicySpace(0.3, 150.0 / 331, 0, 30, 0.9, 4);

    /** Müller and Hutter 2021, table 1, "wide". */
    public static final PolicySpace TRIVIAL_AUGMENT_WIDE = new PolicySpace(0.99, 0, 32, 135, 0.99, 6);

    /**
     * By their names.
     *
     * @param interpolation of turns and shears; shifts are whole pixels
     * @param fill seen outside the picture
     */
    public Map<String, Augmentation> operations(MagnitudeBins bins, Interpolation interpolation, Fill fill) {
        Map<String, Augmentation> all = new LinkedHashMap<>();
        all.put("identity", new Fixed(new Unchanged()));
        all.put("shear_x", signed(bins, (level, size) -> {
            double right = part(shear, -level) * size.height() / 2;
            return new Affine(0, angle(level), 0, 1, 1, right, 0, interpolation, Border.CONSTANT, fill);
        }));
        all.put("shear_y", signed(bins, (level, size) -> {
            double down = part(shear, -level) * size.width() / 2;
            return new Affine(0, 0, angle(level), 1, 1, 0, down, interpolation, Border.CONSTANT, fill);
        }));
        all.put("shift_x", signed(bins, (level, size) -> shift(pixels(size.width(), level), 0, fill)));
        all.put("shift_y", signed(bins, (level, size) -> shift(0, pixels(size.height(), level), fill)));
        all.put("rotate", signed(bins, (level, size) -> {
            return new Rotate(part(degrees, level), interpolation, Border.CONSTANT, fill, false);
        }));
        all.put("brightness", factor(bins, Brightness::new));
        all.put("saturation", factor(bins, Saturation::new));
        all.put("contrast", factor(bins, Contrast::new));
        all.put("sharpness", factor(bins, Sharpness::new));
        all.put("posterize", unsigned(bins, level -> new Posterize((int) Math.rint(8 - part(bits, level)))));
        all.put("solarize", unsigned(bins, level -> new Solarize(part(255, MagnitudeBins.LAST - level))));
        all.put("autocontrast", new Fixed(new Autocontrast()));
        all.put("equalize", new Fixed(new Equalize()));
        return all;
    }

    private static Augmentation signed(MagnitudeBins bins, Grades grades) {
        return new Graded(bins, true, grades);
    }

    private static Augmentation unsigned(MagnitudeBins bins, IntFunction<Operation> operation) {
        return new Graded(bins, false, (level, size) -> operation.apply(level));
    }

    private Augmentation factor(MagnitudeBins bins, DoubleFunction<Operation> operation) {
        return signed(bins, (level, size) -> operation.apply(1 + part(factor, level)));
    }

    private static double part(double widest, int level) {
        return widest * level / MagnitudeBins.LAST;
    }

    private int pixels(int side, int level) {
        return (int) part(shiftShare * side + shiftPixels, level);
    }

    /** By which lines lean. The picture's corner stays then, as in the papers' code: hence the shifts beside it. */
    private double angle(int level) {
        return Math.toDegrees(StrictMath.atan(part(shear, level)));
    }

    private static Operation shift(int right, int down, Fill fill) {
        return new Shift(right, down, Border.CONSTANT, fill);
    }
}
