package io.augstream.train;

import io.augstream.nn.Loss;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import io.augstream.train.health.HealthSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code train} section of a pipeline file.
 *
 * @param epochs passes over the training images, at least 1
 * @param batch images a step, at least 1
 * @param copies fixed augmented copies of each training image, at least 1, which epochs show in turn; without one every epoch
 *     draws afresh. For whoever makes the batches: a trainer takes what it is given
 * @param mixing the mixtures that take the images' place
 * @param loss E, which the training makes small
 * @param optimizerSettings which optimizer, and how it is set
 * @param learningRate above 0
 * @param regularization what keeps the parameters small
 * @param schedule how the learning rate goes after the warm-up
 * @param warmupEpochs epochs over which the learning rate first rises from 0, in [0, epochs); 0 for none
 * @param clipping of the gradient of E
 * @param earlyStopping when the training ends before all epochs are done
 * @param ema the average of the weights that is scored in their place
 * @param frozen layers that it leaves as they are
 * @param health how the training's layers are looked at; without it they are not
 * @param threads that a network is trained with, in [1, {@link #MOST_THREADS}]; without one it is up to the command. They show in no result
 */
public record TrainSettings(
        int epochs,
        int batch,
        OptionalInt copies,
        Mixing mixing,
        Loss loss,
        OptimizerSettings optimizerSettings,
        double learningRate,
        Regularization regularization,
        Schedule schedule,
        double warmupEpochs,
        GradientClipping clipping,
        Optional<EarlyStopping> earlyStopping,
        Optional<WeightAverage> ema,
        FrozenLayers frozen,
        Optional<HealthSettings> health,
        OptionalInt threads) {
    public static final int MOST_THREADS = 1024;

    public TrainSettings {
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        copies.ifPresent(count -> atLeastOne("copies", count));
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning_rate must be a number above 0, got " + learningRate);
        }
        if (!(warmupEpochs >= 0 && warmupEpochs < epochs)) {
            throw new IllegalArgumentException("warmup_epochs must lie in [0, epochs), got " + warmupEpochs);
        }
        threads.ifPresent(count -> {
            if (count < 1 || count > MOST_THREADS) {
                throw new IllegalArgumentException("threads must lie in [1, " + MOST_THREADS + "], got " + count);
            }
        });
        if (earlyStopping.isPresent() && earlyStopping.get().startFromEpoch() >= epochs) {
            throw new IllegalArgumentException("early_stopping must start before the last epoch, got start_from_epoch "
                    + earlyStopping.get().startFromEpoch() + " of " + epochs);
        }
    }

    /**
     * Binds the section; what it does not name is 20 epochs of batch 32, SGD at 0.05 with momentum 0.9 (Adam and AdamW at
     * 0.001), no decay, looked at every tenth step.
     */
    public static TrainSettings from(Section section) {
        return section.build(train -> {
            if (train.keys().contains("exclude")) {
                throw train.get("exclude")
                        .error("belongs to a penalty, as in 'weight_decay: {rate: 5e-4, exclude: [bias, norm]}'");
            }
            int epochs = train.integer("epochs", 20);
            int batch = train.integer("batch", 32);
            OptionalInt copies = whole(train, "copies");
            Mixing mixing = Mixing.from(train);
            Optional<Value> learningRate = train.find("learning_rate");
            Regularization regularization = Regularization.from(train);
            Schedule schedule = train.find("schedule").map(Schedule::from).orElse(new Constant());
            double warmup = train.number("warmup_epochs", 0);
            GradientClipping clipping = train.find("clip_gradient")
                    .map(value -> GradientClipping.from(value.section()))
                    .orElse(GradientClipping.NONE);
            Optional<EarlyStopping> stopping =
                    train.find("early_stopping").map(value -> EarlyStopping.from(value.section()));
            Optional<WeightAverage> ema = train.find("ema").map(value -> WeightAverage.from(value.section()));
            FrozenLayers frozen = train.find("frozen").map(FrozenLayers::from).orElse(FrozenLayers.NONE);
            Optional<HealthSettings> health = health(train);
            OptionalInt threads = whole(train, "threads");
            // Last, for a range that they find broken must not pass the keys above off as unknown.
            OptimizerSettings optimizer = OptimizerSettings.from(train);
            if (optimizer.kind() == OptimizerKind.ADAMW) {
                WeightDecay.refuseCoupled(train);
            }
            Loss loss = LossSettings.from(train);
            double rate = learningRate.map(Value::number).orElse(optimizer.usualLearningRate());
            return new TrainSettings(
                    epochs,
                    batch,
                    copies,
                    mixing,
                    loss,
                    optimizer,
                    rate,
                    regularization,
                    schedule,
                    warmup,
                    clipping,
                    stopping,
                    ema,
                    frozen,
                    health,
                    threads);
        });
    }

    /**
     * What {@link #from(Section)} makes of a section that stands alone, as {@code {epochs: 5, optimizer: adam}}.
     *
     * @throws io.augstream.settings.SettingsException if anything in it is wrong or unknown
     */
    public static TrainSettings parse(String yaml) {
        return from(Settings.parse("train: " + yaml, "train settings", Path.of(""))
                .root()
                .section("train"));
    }

    /**
     * The learning rate of a step: at epoch t in [0, w) of a warm-up over w epochs t / w of the full rate (Goyal et al.,
     * "Accurate, Large Minibatch SGD", 2017, from 0), and from there on the schedule's share of it, over the epochs left.
     *
     * @param epoch what is done when the step begins, in epochs, a fraction within one
     */
    public double rateAt(double epoch) {
        return learningRate
                * (epoch < warmupEpochs
                        ? epoch / warmupEpochs
                        : schedule.factor(epoch - warmupEpochs, epochs - warmupEpochs));
    }

    /** These settings as a {@code train} section with every default written out: keys in a fixed order, JSON's types. */
    public Map<String, Object> resolved() {
        return WrittenSettings.of(this);
    }

    /** The part of the {@link #regularization} that the optimizer does. */
    public WeightDecay weightDecay() {
        return regularization.weightDecay();
    }

    /** Whether the training looks at scores of the validation split: by early stopping or by its schedule. */
    public boolean monitorsValidation() {
        return earlyStopping.isPresent() || schedule instanceof Plateau;
    }

    public OptimizerKind optimizer() {
        return optimizerSettings.kind();
    }

    /** SGD's momentum, in [0, 1); 0 for optimizers that have no such setting. */
    public double momentum() {
        return optimizerSettings instanceof SgdSettings sgd ? sgd.momentum() : 0;
    }

    /** {@code false} for none. */
    private static Optional<HealthSettings> health(Section train) {
        Optional<Value> value = train.find("health");
        if (value.filter(given -> given.isFlag() && !given.flag()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                value.map(given -> HealthSettings.from(given.section())).orElse(HealthSettings.USUAL));
    }

    private static OptionalInt whole(Section train, String key) {
        return train.find(key).stream().mapToInt(Value::integer).findFirst();
    }

    private static void atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, got " + value);
        }
    }
}
