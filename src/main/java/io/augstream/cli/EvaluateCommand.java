package io.augstream.cli;

import io.augstream.dataset.Split;
import io.augstream.run.ConfusionMatrix;
import io.augstream.run.Evaluation;
import io.augstream.run.TrainedNetwork;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Json;
import io.augstream.train.TestTimeAugmentation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code augstream evaluate}: how well a trained network does on a split. */
@Command(
        name = "evaluate",
        header = "Score a trained network on a split, and show what it confuses.",
        descriptionHeading = "%n",
        description = {
            "Prints accuracy, loss (train.loss: cross-entropy unless the file says otherwise) and the confusion matrix, on clean images prepared as data.prepare"
                    + " says and normalised as for the training. Where the matrix does not fit 80 columns, the most"
                    + " frequent confusions."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  augstream evaluate shapes.yaml --weights runs/shapes/best.safetensors")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "W",
            description = "A .safetensors file that 'augstream train' wrote.")
    private Path weights;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "test",
            converter = SplitConverter.class,
            description = "test, validation or train; default: ${DEFAULT-VALUE}.")
    private Split split;

    @Mixin
    private Mirrored mirrored;

    @Mixin
    private Threads threads;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** In the words of the help, which picocli's own does not keep to. */
    static final class SplitConverter implements ITypeConverter<Split> {
        @Override
        public Split convert(String text) {
            return Stream.of(Split.values())
                    .filter(split -> split.id().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("must be test, validation or train, got '" + text + "'"));
        }
    }

    @Override
    public Integer call() {
        TrainingFile file = TrainingFile.from(pipelineFile.settings());
        try (TrainedNetwork network = TrainedNetwork.load(file, weights, threads.of(file), mirrored.choice())) {
            Evaluation evaluation = network.evaluate(file.data(), split);
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? json(evaluation, network.classes()) : text(evaluation, network));
            out.flush();
        }
        return ExitCode.DONE;
    }

    private String text(Evaluation evaluation, TrainedNetwork network) {
        return String.format(
                        Locale.ROOT,
                        "%,d %s images%s: accuracy %s%%, loss %s (%s)%n%n",
                        evaluation.images(),
                        split.id(),
                        mirrored.choice() == TestTimeAugmentation.MIRROR ? ", each with its mirror image" : "",
                        EpochTable.percent(evaluation.score().accuracy()),
                        EpochTable.loss(evaluation.score().loss()),
                        network.loss().replace('_', ' '))
                + new ConfusionTable(evaluation.confusion(), network.classes()).written();
    }

    private String json(Evaluation evaluation, List<String> classes) {
        ConfusionMatrix confusion = evaluation.confusion();
        List<List<Integer>> rows = IntStream.range(0, classes.size())
                .mapToObj(label -> IntStream.range(0, classes.size())
                        .mapToObj(said -> confusion.count(label, said))
                        .toList())
                .toList();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("split", split.id());
        map.put("images", evaluation.images());
        map.put("mirrored", mirrored.choice() == TestTimeAugmentation.MIRROR);
        map.put("accuracy", evaluation.score().accuracy());
        map.put("loss", evaluation.score().loss());
        map.put("classes", classes);
        map.put("confusion", rows);
        return Json.document(map);
    }
}
