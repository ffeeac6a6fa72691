package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryCommandTest {
    @TempDir
    private Path folder;

    /** Sums of k² · C_in / groups · C_out · places over the convolutions, and of inputs · units over the dense layers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alexnet | 227x227x3 | 1000 | 62,378,344 | 1,135,256,096",
                "{alexnet: {groups: 2}} | 227x227x3 | 1000 | 60,965,224 | 724,406,816",
                "resnet8 | 32x32x3 | 10 | 78,042 | 12,501,632",
                "small | 28x28x1 | 10 | 421,738 | 4,241,152",
                "mlp | 28x28x1 | 10 | 536,586 | 535,040",
            })
    void countsParametersAndMultiplyAdds(
            String network, String input, String classes, String parameters, String multiplyAdds) throws IOException {
        String out = summary("network: " + network + "\n", "--input=" + input, "--classes=" + classes);
        assertTrue(out.contains("\nparameters     " + parameters + ": "), out);
        assertTrue(out.contains("\nmultiply-adds  " + multiplyAdds + " a sample"), out);
    }

    @ParameterizedTest
    @CsvSource({"alexnet, 227x227x3, 1000", "resnet56, 224x224x4, 1000"})
    void everyLineFitsATerminal(String network, String input, String classes) throws IOException {
        String out = summary("network: " + network + "\n", "--input=" + input, "--classes=" + classes);
        assertEquals(List.of(), out.lines().filter(line -> line.length() > 80).toList());
    }

    /** 27 + 1 weights for each of two channels; three samples of an 8x8x2 output and a bordered 10x10x3 input are 5 KB. */
    @Test
    void showsEachLayerWithThoseWithinIt() throws IOException {
        String out = summary(
                "network: [convolution: {channels: 2}, residual: {branch: [relu]}, flatten, dense: {units: classes}]\n",
                "--input=8x8x3",
                "--classes=4");
        List<String> lines = out.lines().toList();
        assertTrue(lines.get(3).matches("0\\.convolution +8x8x2 +56 +3,456 +0\\.4 MiB"), out);
        assertTrue(lines.get(4).matches("1\\.residual +8x8x2 +0\\.\\d MiB"), out);
        assertTrue(lines.get(5).matches("  branch\\.0\\.relu +8x8x2 +0\\.\\d MiB"), out);
        assertTrue(lines.get(7).matches("3\\.dense +4 +516 +512 +0\\.\\d MiB"), out);
    }

    /** What arms and claims say is none of its business. */
    @Test
    void aFileOfClaimsIsSummedUpToo() {
        Path file = Path.of("pipelines", "claims", "alexnet.yaml").toAbsolutePath();

        CommandRun run = CommandRun.of("summary", file, "--input=32x32x3", "--classes=10");

        assertEquals("0 ", run.failure(folder));
        assertTrue(run.out().contains("\nparameters "), run.out());
    }

    @Test
    void tellsWhatWeightDecayLeavesOut() throws IOException {
        String network = "network: [dense: {units: 3}, batch_norm, dense: {units: classes}]\n";
        String out = summary(
                network + "train: {weight_decay: {rate: 0.5, exclude: [norm, bias]}, l1: 0.25}\n",
                "--input=1x1x4",
                "--classes=2");
        assertTrue(out.contains("\nparameters     29: 18 weights, 5 biases, 6 of norms\n"), out);
        assertTrue(out.contains("\nweight_decay   0.5 on 18 parameters; excluded: bias, norm\n"), out);
        assertTrue(out.contains("\nl1             0.25 on 29 parameters; none excluded\n"), out);
        assertTrue(
                summary(network, "--input=1x1x4", "--classes=2").contains("\nweight_decay   none\n"),
                "nothing decays unless told to");
    }

    /** A matrix of 1,024 by 1,024 doubles is 8 MiB, and the fit holds eight; the program takes 9 MiB. */
    @Test
    void tellsWhatWhiteningTakesBeforeTheTraining() throws IOException {
        String out = summary(
                "data: {root: none, prepare: {whiten: zca}}\nnetwork: [flatten, dense: {units: classes}]\n",
                "--input=32x32x1",
                "--classes=2");
        assertTrue(out.endsWith("\n  to fit whitening, before      73.0 MiB\n"), out);
    }

    @Test
    void takesShapeAndClassesFromTheData() throws IOException {
        Path file = Path.of("pipelines", "quickstart.yaml").toAbsolutePath();
        CommandRun run = CommandRun.of("summary", file);
        assertEquals("", run.err());
        assertTrue(run.out().contains("\ninput (HxWxC)                      32x32x3\n"), run.out());
        assertTrue(run.out().contains("\nclasses        10\n"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network: [max_pool: {size: 9}] | --input=8x8x3 | 2 augstream: DIR/p.yaml, line 1: network[0]: max_pool: "
                        + "a window of 9x9 with padding 0 does not fit in an input of 8x8x3; it takes larger images, a smaller window"
                        + " or more padding",
                "network: [flatten, dense: {units: 7}] | --input=8x8x3 | 2 augstream: DIR/p.yaml, line 1: network[1]: "
                        + "the last layer gives 7 values, and there are 10 classes; end with 'dense: {units: classes}'",
                "network: small | --input=40000x40000x3 | 2 augstream: DIR/p.yaml, line 1: network: input: a"
                        + " shape of 40000x40000x3 has 4,800,000,000 values, and an array holds at most 2,147,483,647",
                "network: [dense: {units: 2000000000}, dense: {units: classes}] | --input=28x28x1 | 2 augstream: DIR/p.yaml,"
                        + " line 1: network: layer 0.dense: has 1,568,000,000,000 weights, and an array holds at most"
                        + " 2,147,483,647",
                "network: [global_average_pool, max_pool] | --input=8x8x64 | 2 augstream: DIR/p.yaml, line 1: network[1]:"
                        + " max_pool: a window of 2x2 with padding 0 does not fit in an input of 1x1x64; it takes larger images, a smaller"
                        + " window or more padding",
                "network: {mlp: {zero_gamma: true}} | --input=8x8x64 | 2 augstream: DIR/p.yaml, line 1: network.mlp:"
                        + " unknown key 'zero_gamma'; it takes no settings",
                "'{network: small, train: {batch: 1000000}}' | --input=28x28x1 | 2 augstream: DIR/p.yaml, line 1: network:"
                        + " layer 0.convolution: a batch of 1,000,000 gives 25,088,000,000 values, and an array holds at"
                        + " most 2,147,483,647",
                "network: small | --input=8x8 | 2 augstream: --input takes HEIGHTxWIDTHxCHANNELS, such as 32x32x3, got"
                        + " '8x8' (see 'augstream summary --help')",
                "network: small | --input=8x0x1 | 2 augstream: --input: a shape must be at least 1 x 1 x 1, got 8 x 0 x 1"
                        + " (see 'augstream summary --help')",
                "'data: {root: none}' | --input=8x8x3 | 3 augstream: DIR/none: no such folder; --input and --classes stand in"
                        + " for the data",
            })
    void whatIsWrongIsToldInOneLine(String yaml, String option, String failure) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), yaml + "\n");
        CommandRun run = yaml.contains("root")
                ? CommandRun.of("summary", file, option)
                : CommandRun.of("summary", file, option, "--classes=10");
        assertEquals(failure, run.failure(folder));
    }

    @Test
    void withoutDataTheOptionsAreAskedFor() throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), "network: small\n");
        assertEquals(
                "2 augstream: the file has no data section, so --input and --classes must tell the images' shape and the"
                        + " classes (see 'augstream summary --help')",
                CommandRun.of("summary", file).failure(folder));
    }

    private String summary(String yaml, String... options) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), yaml);
        CommandRun run = options.length == 2
                ? CommandRun.of("summary", file, options[0], options[1])
                : CommandRun.of("summary", file);
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        return run.out();
    }
}
