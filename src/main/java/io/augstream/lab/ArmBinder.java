package io.augstream.lab;

import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Binds {@code measure.arms}: a list of {@code none} (no stage), {@code each_stage} (an arm a stage, of its name),
 * {@code all}, a stage's name, or {@code {name: geometric, stages: [rotate, mirror]}}.
 */
final class ArmBinder {
    private static final String EACH_STAGE = "each_stage";
    private static final List<String> RESERVED = List.of(Arm.BASELINE, EACH_STAGE, Arm.ALL);

    private final Pipeline pipeline;
    private final List<Arm> arms = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ArmBinder(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** What a file means that names no arms; {@code all} is left out where it would repeat another arm. */
    static List<Arm> byDefault(Pipeline pipeline) {
        ArmBinder binder = new ArmBinder(pipeline);
        binder.arms.add(new Arm(Arm.BASELINE, Pipeline.none()));
        binder.arms.addAll(binder.eachStage());
        if (pipeline.stages().size() > 1) {
            binder.arms.add(new Arm(Arm.ALL, pipeline));
        }
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

    static List<Arm> bind(Value list, Pipeline pipeline) {
        ArmBinder binder = new ArmBinder(pipeline);
        for (Value item : list.list()) {
            for (Arm arm : binder.arms(item)) {
                if (!binder.names.add(arm.name())) {
                    throw item.error("two arms are called '" + arm.name() + "'");
                }
                binder.arms.add(arm);
            }
        }
        if (!binder.names.contains(Arm.BASELINE)) {
            throw list.error("the arm '" + Arm.BASELINE + "' is missing; all others are compared with it");
        }
        return binder.arms;
    }

    private List<Arm> arms(Value item) {
        if (item.isMapping()) {
            return List.of(item.section().build(this::named));
        }
        String name = item.text();
        return switch (name) {
            case Arm.BASELINE -> List.of(new Arm(name, Pipeline.none()));
            case Arm.ALL -> List.of(new Arm(name, pipeline));
            case EACH_STAGE -> eachStage();
            default -> List.of(new Arm(name, pipeline.only(stage(item).name())));
        };
    }

    private List<Arm> eachStage() {
        return pipeline.stages().stream()
                .map(stage -> new Arm(stage.name(), pipeline.only(stage.name())))
                .toList();
    }

    private Arm named(Section section) {
        String name = section.get("name").text();
        List<Stage> stages =
                section.get("stages").list().stream().map(this::stage).toList();
        if (name.equals(Arm.BASELINE) && !stages.isEmpty()) {
            throw section.error("'" + name + "' is the arm without stages; give this one another name");
        }
        return new Arm(name, Pipeline.of(stages));
    }

    private Stage stage(Value value) {
        return pipeline.stages().stream()
                .filter(stage -> stage.name().equals(value.text()))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> allowed = new ArrayList<>(RESERVED);
                    pipeline.stages().forEach(stage -> allowed.add(stage.name()));
                    return value.error(
                            "no stage is called '" + value.text() + "'" + Suggestion.of(value.text(), allowed));
                });
    }
}
