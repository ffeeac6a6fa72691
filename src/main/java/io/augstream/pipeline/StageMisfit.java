package io.augstream.pipeline;

import io.augstream.operation.MisfitException;
import io.augstream.settings.SettingsException;
import java.util.function.Supplier;

/** A stage whose settings do not fit an image: which stage, for whoever knows where that was written. */
final class StageMisfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String stage;

    private StageMisfit(String stage, MisfitException misfit) {
        super(misfit.getMessage(), misfit);
        this.stage = stage;
    }

    String stage() {
        return stage;
    }

    /** What {@code step} gives, or a complaint that names the stage. */
    static <T> T named(String stage, Supplier<T> step) {
        try {
            return step.get();
        } catch (MisfitException e) {
            throw complaint(stage, e);
        }
    }

    /** As {@link #named(String, Supplier)}, of a step that gives nothing. */
    static void named(String stage, Runnable step) {
        try {
            step.run();
        } catch (MisfitException e) {
            throw complaint(stage, e);
        }
    }

    private static SettingsException complaint(String stage, MisfitException misfit) {
        return new SettingsException("stage '" + stage + "': " + misfit.getMessage(), new StageMisfit(stage, misfit));
    }
}
