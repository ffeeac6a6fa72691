package io.augstream.golden;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.Flatten;
import io.augstream.nn.GlobalAveragePool;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.MaxPool;
import io.augstream.nn.Relu;
import io.augstream.nn.Residual;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a network as PyTorch prints it, for instance {@code Sequential( (0): Linear(in_features=4, out_features=2) )}. */
final class TorchNetwork {
    private static final Pattern CHILD = Pattern.compile("\\((\\w+)\\): (\\w+)\\(");
    private static final Pattern CHANNELS = Pattern.compile("^\\d+, (\\d+)");

    private TorchNetwork() {}

    static List<LayerSpec> parse(String printed) {
        return List.copyOf(children(printed).values());
    }

    /** The layers by the names that they are printed with. */
    private static Map<String, LayerSpec> children(String printed) {
        Map<String, LayerSpec> children = new LinkedHashMap<>();
        Matcher matcher = CHILD.matcher(printed);
        for (int from = 0; matcher.find(from); ) {
            int end = closing(printed, matcher.end());
            if (!matcher.group(2).equals("Sequential")) {
                children.put(matcher.group(1), layer(matcher.group(2), printed.substring(matcher.end(), end)));
            }
            from = end;
        }
        return children;
    }

    /** Where the bracket closes that was opened right before {@code from}. */
    private static int closing(String text, int from) {
        int open = 1;
        int at = from;
        for (; open > 0; at++) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
        }
        return at - 1;
    }

    private static LayerSpec residual(String printed) {
        Map<String, LayerSpec> children = children(printed);
        List<LayerSpec> branch = Stream.of("conv1", "bn1", "relu", "conv2", "bn2")
                .map(name -> children.getOrDefault(name, new Relu()))
                .toList();
        int shortcut = printed.indexOf("(short): Sequential(");
        return new Residual(branch, parse(printed.substring(shortcut + "(short): Sequential(".length())), new Relu());
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
            case "Residual" -> residual(settings);
            case "AdaptiveAvgPool2d" -> new GlobalAveragePool();
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
