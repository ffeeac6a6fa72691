package io.augstream.train;

import io.augstream.nn.ParameterKind;
import io.augstream.train.health.HealthSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Training settings as a {@code train} section, every default written out; bound again they are the same. */
final class WrittenSettings {
    private WrittenSettings() {}

    static Map<String, Object> of(TrainSettings train) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("epochs", train.epochs());
        map.put("batch", train.batch());
        train.copies().ifPresent(copies -> map.put("copies", copies));
        if (train.mixing().mixup() > 0) {
            map.put("mixup", train.mixing().mixup());
        }
        if (train.mixing().cutmix() > 0) {
            map.put("cutmix", train.mixing().cutmix());
        }
        LossSettings.write(train.loss(), map);
        map.put("optimizer", lowerCase(train.optimizer()));
        map.put("learning_rate", train.learningRate());
        if (train.optimizerSettings() instanceof SgdSettings sgd) {
            map.put("momentum", sgd.momentum());
            map.put("nesterov", sgd.nesterov());
        }
        if (train.optimizerSettings() instanceof AdamSettings adam) {
            map.put("beta1", adam.beta1());
            map.put("beta2", adam.beta2());
            map.put("epsilon", adam.epsilon());
        }
        Regularization regularization = train.regularization();
        WeightDecay decay = regularization.weightDecay();
        map.put("weight_decay", penalty(decay.rate(), decay.exclude(), decay.decoupled()));
        map.put("l1", penalty(regularization.l1().rate(), regularization.l1().exclude(), false));
        finite(map, "max_norm", regularization.maxNorm());
        map.put("schedule", schedule(train.schedule()));
        map.put("warmup_epochs", train.warmupEpochs());
        Map<String, Object> clipping = new LinkedHashMap<>();
        finite(clipping, "norm", train.clipping().norm());
        finite(clipping, "value", train.clipping().value());
        if (!clipping.isEmpty()) {
            map.put("clip_gradient", clipping);
        }
        train.ema().ifPresent(average -> map.put("ema", average(average)));
        train.earlyStopping().ifPresent(stopping -> map.put("early_stopping", earlyStopping(stopping)));
        if (!train.frozen().places().isEmpty()) {
            map.put("frozen", train.frozen().places());
        }
        map.put("health", health(train.health()));
        train.threads().ifPresent(threads -> map.put("threads", threads));
        return map;
    }

    private static Object penalty(double rate, Set<ParameterKind> exclude, boolean decoupled) {
        if (exclude.isEmpty() && !decoupled) {
            return rate;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rate", rate);
        // Sorted, as a set has no order of its own.
        map.put(
                "exclude",
                exclude.stream()
                        .sorted()
                        .map((ParameterKind kind) -> lowerCase(kind))
                        .toList());
        if (decoupled) {
            map.put("decoupled", true);
        }
        return map;
    }

    private static Object schedule(Schedule schedule) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (schedule instanceof StepDecay step) {
            settings.put("every", step.every());
            settings.put("factor", step.factor());
        }
        if (schedule instanceof OneCycle cycle) {
            settings.put("rise", cycle.rise());
            settings.put("start", cycle.start());
            settings.put("end", cycle.end());
        }
        if (schedule instanceof Plateau plateau) {
            settings.put("monitor", lowerCase(plateau.monitor()));
            settings.put("factor", plateau.factor());
            settings.put("patience", plateau.patience());
            settings.put("min_delta", plateau.minDelta());
            settings.put("cooldown", plateau.cooldown());
            settings.put("min_factor", plateau.minFactor());
        }
        return settings.isEmpty() ? schedule.name() : Map.of(schedule.name(), settings);
    }

    private static Map<String, Object> average(WeightAverage average) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("decay", average.decay());
        map.put("warmup", average.warmup());
        return map;
    }

    private static Map<String, Object> earlyStopping(EarlyStopping stopping) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("monitor", lowerCase(stopping.monitor()));
        map.put("patience", stopping.patience());
        map.put("min_delta", stopping.minDelta());
        map.put("restore_best_weights", stopping.restoreBestWeights());
        map.put("start_from_epoch", stopping.startFromEpoch());
        return map;
    }

    private static Object health(Optional<HealthSettings> health) {
        if (health.isEmpty()) {
            return false;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("every", health.get().every());
        if (!health.get().layers().isEmpty()) {
            map.put("layers", health.get().layers());
        }
        return map;
    }

    /** What is infinite is no limit, and so is left out. */
    private static void finite(Map<String, Object> map, String setting, double limit) {
        if (limit != Double.POSITIVE_INFINITY) {
            map.put(setting, limit);
        }
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
