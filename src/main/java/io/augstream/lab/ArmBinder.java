package io.augstream.lab;

import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds {@code measure.arms}: a list of {@code none} (no stage), {@code each_stage} (an arm a stage, of its name),
 * {@code leave_one_out} (all stages but one, an arm a stage, named {@code all-rotate}), {@code all}, a stage's name, or
 * {@code {name: slow, stages: [rotate, mirror], set: {train.learning_rate: 0.001}}}; and {@code measure.sweep}: an arm for each
 * combination of values; and {@code measure.train_size}, as {@link SizeArms} tells.
 */
final class ArmBinder {
    private static final String EACH_STAGE = "each_stage";
    private static final String LEAVE_ONE_OUT = "leave_one_out";
    private static final List<String> RESERVED = List.of(Arm.NONE, EACH_STAGE, LEAVE_ONE_OUT, Arm.ALL);
    private static final int MOST_ARMS = 1000;

    private final TrainingFile file;
    private final Pipeline pipeline;
    private final List<Arm> arms = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ArmBinder(TrainingFile file) {
        this.file = file;
        pipeline = file.pipeline();
    }

    /** What {@code measure} says of arms; where it says nothing, no stage against each of them and all. */
    static List<Arm> bind(Section measure, TrainingFile file) {
        ArmBinder binder = new ArmBinder(file);
        Optional<Value> sweep = measure.find("sweep");
        Optional<Value> sizes = measure.find("train_size");
        measure.find("arms").ifPresentOrElse(binder::list, () -> {
            if (sweep.isEmpty() && sizes.isEmpty()) {
                binder.byDefault();
            }
        });
        sweep.ifPresent(binder::sweep);
        sizes.ifPresent(list -> SizeArms.bind(list, file).forEach(arm -> binder.add(arm, list)));
        return binder.arms;
    }

    /**
     * Refuses stages that are called as the list of arms calls something else: which of the two it meant, nobody could
     * tell.
     *
     * @param stages the file's list, in the order of the pipeline's
     */
    static void refuseReservedNames(List<Value> stages, Pipeline pipeline) {
        for (int i = 0; i < stages.size(); i++) {
            String name = pipeline.stages().get(i).name();
            if (RESERVED.contains(name)) {
                throw stages.get(i)
                        .error("a stage cannot be called '" + name + "', which means something else in measure.arms");
            }
        }
    }

    /** {@code all} is left out where it would repeat another arm. */
    private void byDefault() {
        arms.add(Arm.of(Arm.NONE, file, Pipeline.none()));
        arms.addAll(eachStage());
        if (pipeline.stages().size() > 1) {
            arms.add(Arm.of(Arm.ALL, file, pipeline));
        }
    }

    private void list(Value list) {
        for (Value item : list.list()) {
            arms(item).forEach(arm -> add(arm, item));
        }
    }

    private void add(Arm arm, Value item) {
        if (!Wording.isOneLine(arm.name())) {
            throw item.error("an arm's name must be of one line, without control characters, and not blank");
        }
        if (!names.add(arm.name())) {
            throw item.error("two arms are called '" + arm.name() + "'; give one of them another name, as in"
                    + " {name: other, stages: [...]}");
        }
        if (arms.size() == MOST_ARMS) {
            throw item.error("an experiment has at most " + MOST_ARMS + " arms");
        }
        arms.add(arm);
    }

    private List<Arm> arms(Value item) {
        if (item.isMapping()) {
            return List.of(item.section().build(this::named));
        }
        String name = item.text();
        return switch (name) {
            case Arm.NONE -> List.of(Arm.of(name, file, Pipeline.none()));
            case Arm.ALL -> List.of(Arm.of(name, file, pipeline));
            case EACH_STAGE -> eachStage();
            case LEAVE_ONE_OUT -> leaveOneOut();
            default -> List.of(Arm.of(name, file, pipeline.only(stage(item, pipeline))));
        };
    }

    private List<Arm> eachStage() {
        return pipeline.stages().stream()
                .map(stage -> Arm.of(stage.name(), file, pipeline.only(stage.name())))
                .toList();
    }

    private List<Arm> leaveOneOut() {
        return pipeline.stages().stream()
                .map(left -> Arm.of(
                        Arm.ALL + "-" + left.name(),
                        file,
                        Pipeline.of(pipeline.stages().stream()
                                .filter(stage -> !stage.name().equals(left.name()))
                                .toList())))
                .toList();
    }

    private Arm named(Section section) {
        String name = section.get("name").text();
        if (section.find("stages").isEmpty() && section.find("set").isEmpty()) {
            throw section.missing("stages", "or 'set'");
        }
        Map<String, Value> changes = ArmChanges.from(section.section("set"));
        TrainingFile changed = changes.isEmpty() ? file : ArmChanges.applied(file.file(), changes);
        Pipeline stages = section.find("stages")
                .map(list -> chosen(list, changed.pipeline()))
                .orElse(changed.pipeline());
        if (name.equals(Arm.NONE) && !stages.stages().isEmpty()) {
            throw section.error("'" + name + "' is the arm without stages; give this one another name");
        }
        return new Arm(name, changed.with(stages), changes);
    }

    private static Pipeline chosen(Value list, Pipeline pipeline) {
        List<String> names =
                list.list().stream().map(item -> stage(item, pipeline)).toList();
        return Pipeline.of(names.stream()
                .flatMap(name -> pipeline.only(name).stages().stream())
                .toList());
    }

    /** An arm for each combination of the values, the last key's running fastest, with all stages. */
    private void sweep(Value sweep) {
        List<Map<String, Value>> grid = List.of(Map.of());
        for (String key : sweep.section().keys()) {
            Value values = sweep.section().get(key);
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> point : grid) {
                for (Value value : values.list()) {
                    Map<String, Value> next = new LinkedHashMap<>(point);
                    next.put(key, ArmChanges.require(key, value));
                    longer.add(next);
                }
            }
            if (longer.isEmpty() || longer.size() > MOST_ARMS) {
                throw values.error("a sweep is of 1 to " + MOST_ARMS + " arms, got " + longer.size());
            }
            grid = longer;
        }
        if (sweep.section().keys().isEmpty()) {
            throw sweep.error("must name a key, as in 'train.weight_decay: [0, 1e-4]'");
        }
        for (Map<String, Value> point : grid) {
            add(new Arm(ArmChanges.named(point), ArmChanges.applied(file.file(), point), point), sweep);
        }
    }

    /** The name of a stage that is there. */
    private static String stage(Value value, Pipeline pipeline) {
        List<String> names = pipeline.stages().stream().map(Stage::name).toList();
        if (!names.contains(value.text())) {
            List<String> allowed = new ArrayList<>(RESERVED);
            allowed.addAll(names);
            throw value.error("no stage is called '" + value.text() + "'" + Suggestion.of(value.text(), allowed));
        }
        return value.text();
    }
}
