package io.augstream.samples;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Draws a set of {@link Scene}s as four files like MNIST's; classes take turns. */
@CommandLine.Command(name = "scenes")
public final class ScenesMain implements Callable<Integer> {
    @Option(names = "--out", required = true, description = "the folder")
    private Path out = Path.of("scenes");

    @Option(names = "--train", defaultValue = "200000", description = "training images")
    private int train;

    @Option(names = "--test", defaultValue = "9000", description = "test images")
    private int test;

    private ScenesMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScenesMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        write("train", train);
        write("test", test);
        return 0;
    }

    private void write(String split, int count) throws IOException {
        try (DataOutputStream labels = stream(split + "-labels-idx1-ubyte");
                DataOutputStream images = stream(split + "-images-idx3-ubyte")) {
            labels.writeInt(0x801);
            labels.writeInt(count);
            images.writeInt(0x803);
            images.writeInt(count);
            images.writeInt(Scene.SIDE);
            images.writeInt(Scene.SIDE);
            for (int index = 0; index < count; index++) {
                labels.writeByte(label(index));
            }
            for (byte[] picture : IntStream.range(0, count)
                    .parallel()
                    .mapToObj(index -> Scene.draw(split, index, label(index)).samples())
                    .toList()) {
                images.write(picture);
            }
        }
    }

    private static int label(int index) {
        return index % Scene.CLASSES.size();
    }

    private DataOutputStream stream(String name) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out.resolve(name))));
    }
}
