package io.augstream.golden;

import io.augstream.augment.Fixed;
import io.augstream.image.Image;
import io.augstream.operation.Axis;
import io.augstream.operation.Border;
import io.augstream.operation.Fill;
import io.augstream.operation.Interpolation;
import io.augstream.operation.Mirror;
import io.augstream.operation.Operation;
import io.augstream.operation.Pictures;
import io.augstream.operation.Rotate;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.SingleStage;
import io.augstream.pipeline.Stage;
import io.augstream.pixel.Scratch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A stage alone, and fused with others that come to nothing: what it gives must be the same picture. */
final class Fused {
    private static final DrawKey KEY = new DrawKey(0, 0, "");

    private Fused() {}

    /** The picture by each way, named. */
    static Map<String, Image> ways(Pipeline pipeline, Image input) {
        Map<String, Image> ways = new LinkedHashMap<>();
        List<Stage> alone = pipeline.stages();
        List<Stage> mirrors = twice(new Mirror(Axis.HORIZONTAL), new Mirror(Axis.HORIZONTAL));
        List<Stage> turns = twice(quarter(90), quarter(-90));
        ways.put("alone", pipeline.apply(input, KEY));
        ways.put("row by row", rows(pipeline, input));
        ways.put("after two mirrors", joined(mirrors, alone).apply(input, KEY));
        ways.put("before two mirrors", joined(alone, mirrors).apply(input, KEY));
        ways.put("after two quarter turns", joined(turns, alone).apply(input, KEY));
        ways.put(
                "row by row between mirrors and turns",
                rows(joined(joined(mirrors, alone).stages(), turns), input));
        return ways;
    }

    private static Image rows(Pipeline pipeline, Image input) {
        return Pictures.image(pipeline.rows(input, KEY, new Scratch()));
    }

    private static Pipeline joined(List<Stage> first, List<Stage> then) {
        return Pipeline.of(Stream.concat(first.stream(), then.stream()).toList());
    }

    private static Operation quarter(double degrees) {
        return new Rotate(degrees, Interpolation.BILINEAR, Border.CONSTANT, Fill.ZERO, true);
    }

    private static List<Stage> twice(Operation there, Operation back) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new SingleStage("there " + there.getClass().getSimpleName(), 1, new Fixed(there)));
        stages.add(new SingleStage("back " + back.getClass().getSimpleName(), 1, new Fixed(back)));
        return stages;
    }
}
