package io.augstream.lab;

import io.augstream.settings.Section;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.List;
import java.util.Optional;

/** Binds {@code measure.worth}: {@code {without: [plain-30, plain-60], with: [turned-30]}}, arms of the experiment by their names. */
final class WorthBinder {
    private final List<Arm> arms;

    private WorthBinder(List<Arm> arms) {
        this.arms = arms;
    }

    static Optional<WorthSettings> bind(Section measure, List<Arm> arms) {
        WorthBinder binder = new WorthBinder(arms);
        return measure.find("worth").map(value -> value.section().build(binder::worth));
    }

    private WorthSettings worth(Section worth) {
        for (Value name : worth.get("without").list()) {
            Arm arm = arm(name);
            if (!arm.pipeline().stages().isEmpty()) {
                throw name.error("arm '" + arm.name() + "' has stages, and what is worth images is augmentation against"
                        + " none; give it 'stages: []'");
            }
        }
        for (Value name : worth.get("with").list()) {
            if (arm(name).pipeline().stages().isEmpty()) {
                throw name.error("arm '" + name.text() + "' has no stages, whose worth could be told");
            }
        }
        return new WorthSettings(sized(worth.get("without")), sized(worth.get("with")));
    }

    private List<SizedArm> sized(Value names) {
        return names.list().stream().map(this::sizedArm).toList();
    }

    private Arm arm(Value name) {
        return arms.stream()
                .filter(known -> known.name().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private SizedArm sizedArm(Value name) {
        Arm arm = arm(name);
        Integer images = arm.training().data().trainSize();
        if (images == null) {
            throw name.error(
                    "arm '" + arm.name() + "' trains on all images, however many they are; give it a number, as in"
                            + " 'set: {data.train_size: 200}'");
        }
        return new SizedArm(arm.name(), images);
    }

    private SettingsException unknown(Value name) {
        List<String> names = arms.stream().map(Arm::name).toList();
        return name.error("no arm is called '" + name.text() + "'" + Suggestion.of(name.text(), names));
    }
}
