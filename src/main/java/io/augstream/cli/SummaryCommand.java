package io.augstream.cli;

import io.augstream.dataset.DataException;
import io.augstream.dataset.DataSettings;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.ImageShape;
import io.augstream.dataset.WhiteningChoice;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.PlannedBatch;
import io.augstream.nn.Shape;
import io.augstream.run.TrainingFile;
import io.augstream.run.TrainingImages;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code augstream summary}: the network of a pipeline file, layer by layer, without making it. */
@Command(
        name = "summary",
        header = "Show the layers of a network, its parameters, work and memory.",
        descriptionHeading = "%n",
        description = {
            "Shapes are height x width x channels. Multiply-adds are those of the forward pass, a sample; a step of"
                    + " training takes about three times as many. Memory is what a layer keeps between the passes, at train.batch and the"
                    + " batch that is scored (250 images, fewer of those larger than 64x64x3); a"
                    + " layer without a figure is done by the one before it.",
            "",
            "The memory is that of the training's arrays at their peak. The process takes more: the images of the data set,"
                    + " Java itself, and what its collector has not yet cleared away, up to the heap's limit (-Xmx). G1, the"
                    + " usual collector, also rounds large arrays up to regions of its heap, which can take half as much again.",
            "",
            "The images' shape and the classes are those of the data set; without it --input and --classes tell them."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream summary pipelines/quickstart.yaml",
            "  augstream summary net.yaml --input 227x227x3 --classes 1000"
        })
final class SummaryCommand implements Callable<Integer> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})x(\\d{1,6})x(\\d{1,6})");

    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Option(names = "--input", paramLabel = "HxWxC", description = "The images' shape, for instance 32x32x3.")
    private @Nullable String input;

    @Option(names = "--classes", paramLabel = "N", description = "How many classes there are.")
    private @Nullable Integer classes;

    /** What the network is made for. */
    private record Task(Shape input, int classes) {}

    @Override
    public Integer call() {
        Settings settings = TrainingFile.withNetwork(pipelineFile.settings());
        String summary = settings.root()
                .allow(List.of("name", "stages", "measure", "claims"))
                .build(root -> summary(root, settings));
        spec.commandLine().getOut().print(summary);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private String summary(Section root, Settings settings) {
        TrainSettings train = TrainSettings.from(root.section("train"));
        Task task = task(root.allow(List.of("data")), settings);
        Value network = root.get("network");
        List<LayerSpec> layers = NetworkSettings.from(network, task.input(), task.classes());
        PlannedBatch batch = new PlannedBatch(train.batch(), TrainingImages.scoringBatch(task.input()));
        // Of more images than values: the most that it takes.
        int values = task.input().size();
        long fitting = WhiteningChoice.from(settings.root().section("data").section("prepare"))
                .fittingBytes(values, values);
        return new SummaryTable(NetworkSettings.plan(network, layers, task.input(), batch), train, batch, fitting)
                .text(task.classes());
    }

    private Task task(Section root, Settings settings) {
        Shape shape = input == null ? null : shape(input);
        if (classes != null && classes < 1) {
            throw new ParameterException(spec.commandLine(), "--classes must be at least 1, got " + classes);
        }
        if (shape != null && classes != null) {
            return new Task(shape, classes);
        }
        if (root.find("data").isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the file has no data section, so --input and --classes must tell the images' shape and the classes");
        }
        Task found = found(DataSettings.from(settings));
        return new Task(shape == null ? found.input() : shape, classes == null ? found.classes() : classes);
    }

    /** Of the first training image; that the others are like it is for the training to see. */
    private static Task found(DataSettings data) {
        try {
            Dataset dataset = data.open();
            ImageShape image =
                    ImageShape.of(data.preparation().read(dataset.train().get(0)));
            return new Task(
                    new Shape(image.size().height(), image.size().width(), image.channels()),
                    dataset.classes().size());
        } catch (DataException e) {
            throw new DataException(e.getMessage() + "; --input and --classes stand in for the data", e);
        }
    }

    private Shape shape(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--input takes HEIGHTxWIDTHxCHANNELS, such as 32x32x3, got '" + text + "'");
        }
        try {
            return new Shape(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--input: " + e.getMessage(), e);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
