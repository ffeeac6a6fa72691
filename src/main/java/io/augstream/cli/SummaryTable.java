package io.augstream.cli;

import io.augstream.nn.LayerPlan;
import io.augstream.nn.NetworkPlan;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.PlannedBatch;
import io.augstream.train.TrainSettings;
import io.augstream.train.TrainingMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A planned network for a terminal of 80 columns: a row a layer, then parameters, work and memory together.
 *
 * @param fitting bytes that are held while whitening is fitted, before the training; 0 where none is
 */
record SummaryTable(NetworkPlan plan, TrainSettings train, PlannedBatch batch, long fitting) {
    private static final int NAME = 30;
    private static final String ROW = "%-" + NAME + "s %11s %11s %13s %10s%n";
    private static final double MEBIBYTE = 1 << 20;

    /** What lives on the heap of a training of next to nothing, after a full collection: measured on Java 17. */
    private static final long PROGRAM = 9 << 20;

    /** Each line ended by a line feed. */
    String text(int classes) {
        StringBuilder text = new StringBuilder();
        text.append(row("layer", "output", "parameters", "multiply-adds", "memory"));
        text.append("-".repeat(NAME + 49)).append('\n');
        text.append(row("input (HxWxC)", plan.input().toString(), "", "", ""));
        plan.layers().forEach(layer -> append(layer, "", layer.name(), text));
        text.append('\n');
        parameters(classes).forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        memory().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void append(LayerPlan layer, String indent, String name, StringBuilder text) {
        text.append(row(
                shortened(indent + name),
                layer.output().toString(),
                counted(layer.parameters()),
                counted(layer.multiplyAdds()),
                layer.floats() == 0 ? "" : mebibytes(Float.BYTES * layer.floats())));
        for (LayerPlan inner : layer.inner()) {
            append(inner, indent + "  ", inner.name().substring(layer.name().length() + 1), text);
        }
    }

    private List<String> parameters(int classes) {
        long all = plan.total(LayerPlan::parameters);
        List<String> lines = new ArrayList<>();
        lines.add("parameters     " + number(all) + ": " + number(plan.total(LayerPlan::weights)) + " weights, "
                + number(plan.total(LayerPlan::biases)) + " biases, " + number(plan.total(LayerPlan::norms))
                + " of norms");
        lines.add("multiply-adds  " + number(plan.total(LayerPlan::multiplyAdds)) + " a sample, forward");
        lines.add("classes        " + number(classes));
        lines.add(penalty(
                        "weight_decay   ",
                        train.weightDecay().rate(),
                        train.weightDecay().exclude())
                + (train.weightDecay().decoupled() ? "; decoupled" : ""));
        if (train.regularization().l1().rate() > 0) {
            lines.add(penalty(
                    "l1             ",
                    train.regularization().l1().rate(),
                    train.regularization().l1().exclude()));
        }
        return lines;
    }

    /** Which parameters a penalty is on, and which it leaves out. */
    private String penalty(String setting, double rate, Set<ParameterKind> exclude) {
        if (rate == 0) {
            return setting + "none";
        }
        long excluded = (exclude.contains(ParameterKind.BIAS) ? plan.total(LayerPlan::biases) : 0)
                + (exclude.contains(ParameterKind.NORM) ? plan.total(LayerPlan::norms) : 0);
        List<String> names = exclude.stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        return setting + rate + " on " + number(plan.total(LayerPlan::parameters) - excluded) + " parameters; "
                + (names.isEmpty() ? "none excluded" : "excluded: " + String.join(", ", names));
    }

    private List<String> memory() {
        TrainingMemory memory = TrainingMemory.of(plan, train, batch);
        String optimizer = train.optimizer().name().toLowerCase(Locale.ROOT);
        List<String> lines = new ArrayList<>(List.of(
                "memory, above too, of a training at batch " + batch.trained() + ", scored " + batch.evaluated()
                        + " at a time",
                line("weights", memory.weights()),
                line("gradients", memory.gradients()),
                line("optimizer, " + optimizer, memory.optimizer()),
                line("copies of the weights", memory.copies()),
                line("layers", memory.layers()),
                line("images of a batch", memory.images()),
                line("the program itself, about", PROGRAM),
                line("together", memory.total() + PROGRAM)));
        if (fitting > 0) {
            lines.add(line("to fit whitening, before", fitting + PROGRAM));
        }
        return lines;
    }

    private static String line(String what, long bytes) {
        return String.format(Locale.ROOT, "  %-25s %12s", what, mebibytes(bytes));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing() + "\n";
    }

    /** A name that is too long for its column keeps its end, which tells the kind. */
    private static String shortened(String name) {
        return name.length() <= NAME ? name : ".." + name.substring(name.length() - NAME + 2);
    }

    private static String counted(long count) {
        return count == 0 ? "" : number(count);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / MEBIBYTE);
    }
}
