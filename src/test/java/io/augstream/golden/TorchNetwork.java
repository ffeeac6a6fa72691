package io.augstream.golden;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Flatten;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Relu;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a network as PyTorch prints it, for instance {@code Sequential( (0): Linear(in_features=4, out_features=2) )}. */
final class TorchNetwork {
    private static final Pattern LAYER =
            Pattern.compile("\\((\\d+)\\): (\\w+)\\((.*?)\\)(?=\\s+\\(\\d+\\): |\\s*\\)\\s*$)");
    private static final Pattern CHANNELS = Pattern.compile("^\\d+, (\\d+)");

    private TorchNetwork() {}

    static List<LayerSpec> parse(String printed) {
        List<LayerSpec> layers = new ArrayList<>();
        Matcher matcher = LAYER.matcher(printed);
        while (matcher.find()) {
            if (Integer.parseInt(matcher.group(1)) != layers.size()) {
                throw new IllegalArgumentException("layers are missing before " + matcher.group());
            }
            layers.add(layer(matcher.group(2), matcher.group(3)));
        }
        return layers;
    }

    private static LayerSpec layer(String kind, String settings) {
        return switch (kind) {
            case "Conv2d" ->
                new Convolution(
                        Integer.parseInt(find(CHANNELS, settings, "")),
                        number("kernel_size", settings, 1),
                        number("stride", settings, 1),
                        number("padding", settings, 0),
                        !settings.contains("bias=False"),
                        Initializer.HE_NORMAL);
            case "BatchNorm2d" -> new BatchNorm();
            case "ReLU" -> new Relu();
            case "MaxPool2d" ->
                new MaxPool(
                        number("kernel_size", settings, 1),
                        number("stride", settings, 1),
                        number("padding", settings, 0));
            case "Flat", "Flatten" -> new Flatten();
            case "Linear" ->
                new Dense(number("out_features", settings, 0), !settings.contains("bias=False"), Initializer.HE_NORMAL);
            default -> throw new IllegalArgumentException("unknown layer " + kind);
        };
    }

    private static int number(String key, String settings, int otherwise) {
        return Integer.parseInt(find(Pattern.compile(key + "=\\(?(\\d+)"), settings, Integer.toString(otherwise)));
    }

    private static String find(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
