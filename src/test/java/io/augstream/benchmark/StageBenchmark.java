package io.augstream.benchmark;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Operation;
import io.augstream.operation.Rotate;
import io.augstream.operation.RotateAndCrop;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One stage on one picture, in one thread. {@link BenchmarkMain} runs it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StageBenchmark {
    @Param({"rotate", "rotate_and_crop"})
    String stage = "";

    @Param("256")
    int size;

    private Image image;
    private Operation operation;

    @Setup
    public void drawPicture() {
        image = SmoothPicture.of(size);
        operation = operation();
    }

    @Benchmark
    public Image stage() {
        return operation.apply(image);
    }

    private Operation operation() {
        ImageSize square = ImageSize.square(size);
        return switch (stage) {
            case "rotate" -> new Rotate(17, Interpolation.BILINEAR, Border.REFLECT101, Fill.ZERO, false);
            case "rotate_and_crop" -> new RotateAndCrop(17, square, false, Interpolation.BILINEAR);
            default -> throw new IllegalArgumentException("no stage " + stage);
        };
    }
}
