package io.augstream.benchmark;

import io.augstream.dataset.Normalisation;
import io.augstream.image.Image;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One stage on one picture, in one thread, drawn and applied as in a stream to training: into memory that the next picture takes
 * again. {@code normalise} and {@code chain} end as floats, plane by plane, as in the peers' script. {@link BenchmarkMain} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StageBenchmark {
    private static final Map<String, String> STAGES = Map.of(
            "rotate", "rotate: {degrees: 17, border: reflect101}",
            "rotate_and_crop", "rotate_and_crop: {degrees: 17}",
            "mirror", "mirror: {}",
            "smooth", "smooth: {kernel_size: 5, sigma: 1.1}",
            // 25 levels of 255.
            "noise", "noise: {std: 0.0980392156862745}");

    private static final DrawKey KEY = new DrawKey(1, 0, "picture");

    @Param({"rotate", "rotate_and_crop", "smooth", "noise", "mirror", "normalise", "chain"})
    String stage = "";

    @Param({"256", "32", "1024"})
    int size;

    private final Scratch scratch = new Scratch();
    private final Normalisation normalisation =
            new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
    private Image image = SmoothPicture.of(1);
    private Pipeline pipeline = Pipeline.none();
    private boolean normalises;
    private byte[] bytes = {};
    private float[] floats = {};

    @Setup
    public void draw() {
        image = SmoothPicture.of(size);
        bytes = new byte[size * size * 3];
        floats = new float[bytes.length];
        normalises = stage.equals("normalise") || stage.equals("chain");
        pipeline = Pipeline.from(Settings.parse("stages: [" + stages() + "]", "benchmark", Path.of("")));
    }

    private String stages() {
        return switch (stage) {
            case "normalise" -> "";
            case "chain" ->
                String.join(", ", braced("rotate_and_crop"), braced("mirror"), braced("smooth"), braced("noise"));
            default -> braced(stage);
        };
    }

    private static String braced(String name) {
        return "{" + STAGES.get(name) + "}";
    }

    @Benchmark
    public Object stage() {
        Rows rows = pipeline.rows(image, KEY, scratch);
        if (normalises) {
            normalisation.writePlanes(rows, floats, 0, scratch);
            return floats;
        }
        for (int y = 0; y < size; y++) {
            rows.next(bytes, y * size * 3);
        }
        return bytes;
    }
}
