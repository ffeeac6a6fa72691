package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Affine;
import io.augstream.operation.Brightness;
import io.augstream.operation.Contrast;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Movement;
import io.augstream.operation.Operation;
import io.augstream.operation.Place;
import io.augstream.operation.Posterize;
import io.augstream.operation.Rotate;
import io.augstream.operation.Saturation;
import io.augstream.operation.Sharpness;
import io.augstream.operation.Shift;
import io.augstream.operation.Solarize;
import io.augstream.random.RandomKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations of the policies beside torchvision's, as {@code policies.py} wrote them down. */
class PolicySpaceTest {
    private static final Path FILE = Path.of("src/test/resources/torchvision/policies.csv");
    private static final Fill FILL = new Fill(List.of(70));

    /** torchvision's name, and ours where it is another. */
    private static final Map<String, String> NAMES = Map.of(
            "ShearX", "shear_x",
            "ShearY", "shear_y",
            "TranslateX", "shift_x",
            "TranslateY", "shift_y",
            "Color", "saturation");

    record Magnitudes(String policy, String operation, ImageSize size, double[] values) {
        @Override
        public String toString() {
            return operation + " of " + policy + " for " + size;
        }
    }

    record Changed(
            Image picture,
            String policy,
            String operation,
            int bin,
            int sign,
            Interpolation interpolation,
            double[] expected) {
        /** How far torchvision's levels may lie from ours: it cuts, where we round; below 1 the luma and then the result. */
        int levelsCut() {
            return Set.of("Color", "Contrast").contains(operation) && sign < 0 ? 2 : 1;
        }

        @Override
        public String toString() {
            return operation + " of " + policy + ", bin " + sign * bin + ", of " + picture + ", " + interpolation;
        }
    }

    private static List<String[]> rows(String... kinds) throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .filter(cells -> kinds.length == 0
                        ? !cells[0].equals("magnitude") && cells[1].contains("augment")
                        : cells[0].equals(kinds[0]))
                .toList();
    }

    static List<Magnitudes> magnitudes() throws IOException {
        return rows("magnitude").stream()
                .map(cells -> new Magnitudes(
                        cells[1],
                        cells[2],
                        new ImageSize(Integer.parseInt(cells[3]), Integer.parseInt(cells[4])),
                        numbers(cells[5])))
                .toList();
    }

    static List<Changed> pictures() throws IOException {
        Map<String, Image> pictures = new HashMap<>();
        for (String name : List.of("slopes", "gray", "random")) {
            String[] cells = rows(name).get(0);
            double[] levels = numbers(cells[4]);
            byte[] samples = new byte[levels.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) levels[i];
            }
            ImageSize size = new ImageSize(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
            pictures.put(name, Image.of(size, Integer.parseInt(cells[3]), samples));
        }
        List<Changed> changed = new ArrayList<>();
        for (String[] cells : rows()) {
            changed.add(new Changed(
                    Objects.requireNonNull(pictures.get(cells[0])),
                    cells[1],
                    cells[2],
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Interpolation.valueOf(cells[5].toUpperCase(Locale.ROOT)),
                    numbers(cells[6])));
        }
        return changed;
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static PolicySpace space(String policy) {
        return policy.equals("rand_augment") ? PolicySpace.RAND_AUGMENT : PolicySpace.TRIVIAL_AUGMENT_WIDE;
    }

    /** All that may be drawn: one operation, or one to either side. */
    private static Set<Operation> drawn(
            String policy, String operation, int bin, Interpolation interpolation, ImageSize size) {
        String name = NAMES.getOrDefault(operation, operation.toLowerCase(Locale.ROOT));
        Augmentation augmentation = Objects.requireNonNull(space(policy)
                .operations(MagnitudeBins.only(bin), interpolation, FILL)
                .get(name));
        return IntStream.range(0, 40)
                .mapToObj(i -> augmentation.draw(size, RandomKey.of(1).with(i).random()))
                .collect(Collectors.toSet());
    }

    /** As torchvision counts it. */
    private static double magnitude(Operation operation) {
        if (operation instanceof Affine affine) {
            return StrictMath.tan(Math.toRadians(affine.shear() + affine.shearY()));
        } else if (operation instanceof Shift shift) {
            return shift.right() + shift.down();
        } else if (operation instanceof Rotate rotate) {
            return rotate.degrees();
        } else if (operation instanceof Brightness brightness) {
            return brightness.factor() - 1;
        } else if (operation instanceof Saturation saturation) {
            return saturation.factor() - 1;
        } else if (operation instanceof Contrast contrast) {
            return contrast.factor() - 1;
        } else if (operation instanceof Sharpness sharpness) {
            return sharpness.factor() - 1;
        } else if (operation instanceof Posterize posterize) {
            return posterize.bits();
        } else if (operation instanceof Solarize solarize) {
            return solarize.threshold() / 255;
        }
        throw new AssertionError(operation);
    }

    /** torchvision's table is in float32, and shifts cut it to whole pixels. */
    @ParameterizedTest
    @MethodSource("magnitudes")
    void everyBinIsAsStrongAsTorchvisionsToEitherSide(Magnitudes table) {
        boolean shifts = table.operation().startsWith("Translate");
        boolean signed = !Set.of("Posterize", "Solarize").contains(table.operation());
        for (int bin = 0; bin <= 30; bin++) {
            double expected = shifts ? (int) table.values()[bin] : table.values()[bin];
            if (shifts && table.policy().equals("trivial_augment_wide") && bin == 15) {
                // 32 · 15 / 30 is 16; float32 makes it 15.999999 there, which is cut to 15.
                assertEquals(15.0, expected);
                expected = 16;
            }
            Set<Double> magnitudes =
                    drawn(table.policy(), table.operation(), bin, Interpolation.BILINEAR, table.size()).stream()
                            .map(PolicySpaceTest::magnitude)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(signed && expected > 0 ? 2 : 1, magnitudes.size(), magnitudes.toString());
            double tolerance = 1e-6 * expected;
            for (double magnitude : magnitudes) {
                assertEquals(expected, Math.abs(magnitude), tolerance, "bin " + bin);
            }
            assertEquals(
                    signed && expected > 0,
                    magnitudes.stream().anyMatch(magnitude -> magnitude < 0),
                    magnitudes.toString());
        }
    }

    /**
     * Where a place lies within a rounding of halfway between two pixels either is the nearest; and at the rim torchvision blends
     * linearly with black, and then with the fill.
     */
    @ParameterizedTest
    @MethodSource("pictures")
    void picturesAreWithinOneLevelOfTorchvisions(Changed reference) {
        Image picture = reference.picture();
        Set<Operation> both = drawn(
                reference.policy(), reference.operation(), reference.bin(), reference.interpolation(), picture.size());
        Operation operation = both.stream()
                .filter(one -> both.size() == 1 || magnitude(one) * reference.sign() > 0)
                .findFirst()
                .orElseThrow();
        Image changed = operation.apply(picture);
        Optional<Movement> movement = operation.movement(picture.size());
        int compared = 0;
        for (int i = 0; i < reference.expected().length; i++) {
            int x = i / picture.channels() % picture.width();
            int y = i / picture.channels() / picture.width();
            if (movement.isEmpty() || isClear(movement.get(), x, y, reference.interpolation())) {
                compared++;
                int ours = changed.sample(x, y, i % picture.channels());
                assertEquals(reference.expected()[i], ours, reference.levelsCut(), x + ", " + y);
            }
        }
        assertTrue(compared > reference.expected().length / 4, compared + " samples were compared");
    }

    private static boolean isClear(Movement movement, int x, int y, Interpolation interpolation) {
        Optional<Place> place = movement.back(new Place(x, y));
        if (place.isEmpty()) {
            return interpolation == Interpolation.NEAREST;
        }
        double column = place.get().x();
        double row = place.get().y();
        if (interpolation == Interpolation.BILINEAR) {
            return column >= 0
                    && row >= 0
                    && column <= movement.source().width() - 1
                    && row <= movement.source().height() - 1;
        }
        return isFarFromHalf(column) && isFarFromHalf(row);
    }

    private static boolean isFarFromHalf(double position) {
        return Math.abs(position - Math.floor(position) - 0.5) > 1e-4;
    }

    @Test
    void allFourteenOperationsOfBothPoliciesAreThere() throws IOException {
        Set<String> seen = pictures().stream()
                .map(each -> each.policy() + " " + each.operation())
                .collect(Collectors.toSet());
        assertEquals(28, seen.size(), seen.toString());
        for (PolicySpace space : List.of(PolicySpace.RAND_AUGMENT, PolicySpace.TRIVIAL_AUGMENT_WIDE)) {
            assertEquals(
                    14,
                    space.operations(MagnitudeBins.all(), Interpolation.NEAREST, FILL)
                            .size());
        }
    }
}
