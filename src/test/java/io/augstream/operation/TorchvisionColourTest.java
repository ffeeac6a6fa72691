package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colour operations beside torchvision's, and JPEG beside Pillow's, as {@code colour.py} wrote them down. */
class TorchvisionColourTest {
    private static final Path FILE = Path.of("src/test/resources/torchvision/colour.csv");
    private static final Set<String> EXACT = Set.of("solarize", "posterize", "invert", "equalize");

    /**
     * @param argument 0 where the function takes none
     * @param whole whether torchvision worked on whole levels, and cut to them
     */
    record Case(Image picture, String function, double argument, boolean whole, double[] expected) {
        @Override
        public String toString() {
            return function + "(" + argument + ") of " + picture + (whole ? " in uint8" : " in float64");
        }

        Operation operation() {
            return switch (function) {
                case "adjust_brightness" -> new Brightness(argument);
                case "adjust_contrast" -> new Contrast(argument);
                case "adjust_saturation" -> new Saturation(argument);
                case "adjust_hue" -> new Hue(argument);
                case "adjust_gamma" -> new Gamma(argument);
                case "adjust_sharpness" -> new Sharpness(argument);
                case "solarize" -> new Solarize(argument);
                case "posterize" -> new Posterize((int) argument);
                case "rgb_to_grayscale" -> new Grayscale();
                case "jpeg" -> new Jpeg((int) argument);
                case "invert" -> new Invert();
                case "autocontrast" -> new Autocontrast();
                case "equalize" -> new Equalize();
                default -> throw new IllegalArgumentException(function);
            };
        }

        /** How far torchvision's whole levels may lie from ours: it cuts the luma and then the result. */
        double levelsCut() {
            return function.equals("adjust_saturation") && argument < 0.5 ? 2 : 1;
        }

        /** How far ours may lie from the exact result. */
        double tolerance() {
            // The weights of luma add up to 0.9999 in torchvision; float32 within, four decimals in the file.
            double rounding = 0.5 + 0.03 * (1 + argument);
            // Ours is the mean as Pillow and so torchvision's Pillow path has it, a whole level.
            boolean roundedMean = function.equals("adjust_contrast");
            return EXACT.contains(function) ? 0 : rounding + (roundedMean ? 0.5 * Math.abs(1 - argument) : 0);
        }
    }

    static List<Case> cases() throws IOException {
        Map<String, Image> pictures = new HashMap<>();
        List<Case> cases = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split(",", -1);
            if (line.startsWith("#")) {
                continue;
            }
            double[] samples = Arrays.stream(cells[4].split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (Character.isDigit(cells[1].charAt(0))) {
                byte[] bytes = new byte[samples.length];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) samples[i];
                }
                ImageSize size = new ImageSize(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
                pictures.put(cells[0], Image.of(size, Integer.parseInt(cells[3]), bytes));
            } else {
                double argument = cells[2].isEmpty() ? 0 : Double.parseDouble(cells[2]);
                cases.add(new Case(
                        java.util.Objects.requireNonNull(pictures.get(cells[0])),
                        cells[1],
                        argument,
                        cells[3].equals("uint8"),
                        samples));
            }
        }
        return cases;
    }

    private static double worst(Case reference) {
        byte[] ours = reference.operation().apply(reference.picture()).samples();
        assertEquals(reference.expected().length, ours.length);
        double worst = 0;
        for (int i = 0; i < ours.length; i++) {
            worst = Math.max(worst, Math.abs((ours[i] & 0xff) - reference.expected()[i]));
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWithinOneLevelOfTorchvisionAndHalfALevelOfItsExactResult(Case reference) {
        double limit = reference.whole() && !EXACT.contains(reference.function())
                ? reference.levelsCut()
                : reference.tolerance();
        double worst = worst(reference);
        assertTrue(worst <= limit, "worst difference " + worst + ", limit " + limit);
    }

    @Test
    void everyFunctionIsThereInGrayAndColour() throws IOException {
        Set<String> seen = new TreeSet<>();
        cases().forEach(each -> seen.add(each.function() + each.picture().channels()));
        assertEquals(26, seen.size(), seen.toString());
    }
}
