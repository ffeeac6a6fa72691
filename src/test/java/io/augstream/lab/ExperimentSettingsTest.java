package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.pipeline.Stage;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.train.Mixing;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExperimentSettingsTest {
    private static final String FILE =
            """
            data: {root: pictures}
            stages: [rotate: {degrees: 5}, mirror, smooth: {sigma: 1}]
            """;

    private static final String SIZED = FILE.replace("pictures}", "pictures, train_size: 200}");

    @Test
    void whatTheFileLeavesOutIsFiveSeedsOfEveryStageAloneAndAll() {
        ExperimentSettings settings = bind(FILE);

        assertEquals("quick", settings.name());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), settings.measure().seeds());
        assertEquals(List.of("none", "rotate", "mirror", "smooth", "all"), arms(settings));
        assertEquals(List.of("mirror"), stages(settings, 2));
        assertEquals(List.of("rotate", "mirror", "smooth"), stages(settings, 4));
        assertEquals(1, settings.measure().scoreEvery());
    }

    @Test
    void aSingleStageIsNotTrainedTwice() {
        assertEquals(List.of("none", "mirror"), arms(bind("data: {root: pictures}\nstages: [mirror]")));
    }

    @Test
    void anArmMayStopEarlyAndKeepsThatInTheResolvedFile() {
        ExperimentSettings settings = bind(FILE
                + "train: {schedule: plateau}\n"
                + "measure: {arms: [none, {name: early, set: {train.early_stopping: {patience: 3}}}]}");

        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");

        assertEquals(settings.resolved(), again.resolved());
        assertTrue(again.train().monitorsValidation());
        assertTrue(again.train().earlyStopping().isEmpty());
        assertEquals(
                3,
                again.measure()
                        .arms()
                        .get(1)
                        .training()
                        .train()
                        .earlyStopping()
                        .orElseThrow()
                        .patience());
    }

    @Test
    void anArmCannotStopByTheTestSplit() {
        String message = String.valueOf(assertThrows(
                        SettingsException.class,
                        () -> bind(FILE
                                + "measure: {arms: [none, {name: a, set: {train.early_stopping: {patience: 1,"
                                + " monitor: test_loss}}}]}"))
                .getMessage());

        assertTrue(message.contains("'test_loss' would decide on the test split"), message);
    }

    @Test
    void armsMayBeNamedAndComposed() {
        ExperimentSettings settings =
                bind(FILE + "measure: {arms: [smooth, none, {name: geometric, stages: [mirror, rotate]}]}");

        assertEquals(List.of("smooth", "none", "geometric"), arms(settings));
        assertEquals(List.of("mirror", "rotate"), stages(settings, 2));
    }

    @Test
    void anArmMayMixImages() {
        ExperimentSettings settings = bind(FILE
                + "measure: {arms: [none, {name: cut, stages: [], set: {train.cutmix.alpha: 0.5}},"
                + " {name: mix, stages: [], set: {train.mixup: 0.2}}]}");

        List<Mixing> mixing = settings.measure().arms().stream()
                .map(arm -> arm.training().train().mixing())
                .toList();
        assertEquals(List.of(Mixing.NONE, new Mixing(0, 0.5), new Mixing(0.2, 0)), mixing);
    }

    @Test
    void leaveOneOutIsAllStagesButEach() {
        ExperimentSettings settings = bind(FILE + "measure: {arms: [none, leave_one_out, all]}");

        assertEquals(List.of("none", "all-rotate", "all-mirror", "all-smooth", "all"), arms(settings));
        assertEquals(List.of("rotate", "smooth"), stages(settings, 2));
    }

    @Test
    void anArmMayChangeStagesNetworkAndTraining() {
        ExperimentSettings settings = bind(FILE
                + "measure: {arms: [none, {name: wide, stages: [rotate], set: {stages.rotate.degrees: 9, network:"
                + " resnet8, train.weight_decay: 5e-4}}]}");

        assertEquals(0.05, settings.measure().arms().get(1).training().train().learningRate());
        assertEquals(
                5e-4,
                settings.measure()
                        .arms()
                        .get(1)
                        .training()
                        .train()
                        .weightDecay()
                        .rate());
        assertEquals(List.of("rotate"), stages(settings, 1));
        assertEquals(0, settings.train().weightDecay().rate());
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(settings.resolved(), again.resolved());
        assertEquals(
                5e-4,
                again.measure().arms().get(1).training().train().weightDecay().rate());
    }

    @Test
    void aSweepIsAnArmForEachCombination() {
        ExperimentSettings settings =
                bind(FILE + "measure: {sweep: {train.weight_decay: [0, 1e-2], train.momentum: [0.5, 0.9]}}");

        assertEquals(
                List.of(
                        "weight_decay=0 momentum=0.5",
                        "weight_decay=0 momentum=0.9",
                        "weight_decay=1e-2 momentum=0.5",
                        "weight_decay=1e-2 momentum=0.9"),
                arms(settings));
        assertEquals("weight_decay=0 momentum=0.5", settings.measure().baseline());
        assertEquals(List.of("rotate", "mirror", "smooth"), stages(settings, 3));
    }

    @Test
    void sweptKeysThatEndAlikeAreToldApartByAsLittleAsItTakes() {
        assertEquals(
                List.of("rotate.p=0.1 mirror.p=0.5 batch=8", "rotate.p=0.1 mirror.p=1 batch=8"),
                arms(bind(FILE
                        + "measure: {sweep: {stages.rotate.p: [0.1], stages.mirror.p: [0.5, 1], train.batch: [8]}}")));
        assertEquals(
                List.of("1.dense.units=4 3.dense.units=8"),
                arms(bind(FILE
                        + "network: [flatten, dense: {units: 2}, relu, dense: {units: 2}, relu, dense: {units: classes}]\n"
                        + "measure: {sweep: {network.1.dense.units: [4], network.3.dense.units: [8]}}")));
    }

    @Test
    void aSweepMayStandBesideArms() {
        ExperimentSettings settings =
                bind(FILE + "measure: {arms: [none, all], sweep: {train.batch: [8]}, baseline: all}");

        assertEquals(List.of("none", "all", "batch=8"), arms(settings));
        assertEquals("all", settings.measure().baseline());
    }

    /** 200 x 50 = 10,000 images seen by each. */
    @Test
    void sizesAreArmsThatSeeAsManyImages() {
        ExperimentSettings settings = bind(SIZED + "train: {epochs: 50, warmup_epochs: 5, schedule: cosine}\n"
                + "measure: {train_size: [200, 1000, 5000]}");

        assertEquals(List.of("train_size=200", "train_size=1000", "train_size=5000"), arms(settings));
        assertEquals("train_size=200", settings.measure().baseline());
        List<TrainingFile> trained =
                settings.measure().arms().stream().map(Arm::training).toList();
        assertEquals(
                Arrays.asList(200, 1000, 5000),
                trained.stream().map(arm -> arm.data().trainSize()).toList());
        assertEquals(
                List.of(50, 10, 2),
                trained.stream().map(arm -> arm.train().epochs()).toList());
        assertEquals(
                List.of(5.0, 1.0, 0.2),
                trained.stream().map(arm -> arm.train().warmupEpochs()).toList());
        assertEquals(List.of("rotate", "mirror", "smooth"), stages(settings, 2));
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(settings.resolved(), again.resolved());
        assertEquals(2, again.measure().arms().get(2).training().train().epochs());
    }

    @Test
    void sizesMayStandBesideArmsAndASweep() {
        ExperimentSettings settings =
                bind(SIZED + "measure: {arms: [none, rotate], sweep: {train.batch: [8]}," + " train_size: [100]}");

        assertEquals(List.of("none", "rotate", "batch=8", "train_size=100"), arms(settings));
        assertEquals("none", settings.measure().baseline());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train: {epochs: 15} | [200, 1000, 5000] | 15 epochs of 200 images are no whole number of epochs of 5000"
                        + " images, and every size is trained for as many steps: train.epochs must be a multiple of 25",
                "train: {epochs: 20} | [300, 500] | 20 epochs of 200 images are no whole number of epochs of 300 images,"
                        + " and every size is trained for as many steps: train.epochs must be a multiple of 15",
                "train: {epochs: 15} | [] | must hold a number of images, as in [200, 1000, 5000]",
                "train: {epochs: 15} | 200 | must be a list, got 200",
                "train: {epochs: 15} | [0] | [0]: must be at least 1, got 0",
                "train: {epochs: 15} | [200, 200] | two arms are called 'train_size=200'",
                "train: {schedule: {step: {every: 5}}} | [100] | schedule step counts epochs; name the arms in 'arms'",
                "train: {schedule: plateau} | [100] | schedule plateau counts epochs; name the arms in 'arms'",
                "train: {early_stopping: {patience: 3}} | [100] | early_stopping counts epochs; name the arms in 'arms'",
            })
    void sizesThatCannotHaveAsManyStepsAreRefused(String train, String sizes, String expected) {
        SettingsException error = assertThrows(
                SettingsException.class, () -> bind(SIZED + train + "\nmeasure: {train_size: " + sizes + "}")
                        .measure());

        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith("quick.yaml, line 4: measure.train_size"), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void sizesNeedToKnowOfHowManyImagesTheEpochsAre() {
        SettingsException error =
                assertThrows(SettingsException.class, () -> bind(FILE + "measure: {train_size: [100]}")
                        .measure());

        assertEquals(
                "quick.yaml, line 3: measure.train_size: data.train_size must say of how many images the train.epochs"
                        + " are; every size is trained for as many steps as they are",
                error.getMessage());
    }

    @Test
    void claimsAreBoundToArmsAndKeptInTheResolvedFile() {
        ExperimentSettings settings = bind(FILE
                + "claims: [{text: Turning helps., arm: rotate, direction: greater}, {text: All is worse.,"
                + " metric: loss_gap, arm: all, than: mirror, direction: less, expected: not_shown}]");

        assertEquals(
                List.of(
                        new Claim(
                                "Turning helps.",
                                Metric.TEST_ACCURACY,
                                "rotate",
                                new Statement.Against("none", Statement.Direction.GREATER),
                                Answer.HELD),
                        new Claim(
                                "All is worse.",
                                Metric.LOSS_GAP,
                                "all",
                                new Statement.Against("mirror", Statement.Direction.LESS),
                                Answer.NOT_SHOWN)),
                settings.claims());
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(settings.claims(), again.claims());
    }

    @Test
    void aClaimMayHoldAnArmAgainstANumber() {
        ExperimentSettings settings = bind(FILE
                + "claims: [{text: a, arm: all, between: [0.5, 1e-0]}, {text: b, arm: all, than: 0.9, direction: less},"
                + " {text: c, arm: all, than: 0, direction: greater, metric: movement}]");

        assertEquals(
                List.of(
                        new Statement.Between(0.5, 1),
                        new Statement.Between(Double.NEGATIVE_INFINITY, 0.9),
                        new Statement.Between(0, Double.POSITIVE_INFINITY)),
                settings.claims().stream().map(Claim::statement).toList());
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(settings.claims(), again.claims());
    }

    @Test
    void twoArmsStandForTheEffectOfTheFirst() {
        ExperimentSettings settings =
                bind(FILE + "claims: [{text: a, arm: [all, none], than: [rotate, none], direction: less}]");

        Claim claim = settings.claims().get(0);
        assertEquals("all", claim.arm());
        assertEquals(new Statement.Effects("none", "rotate", "none", Statement.Direction.LESS), claim.statement());
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(settings.claims(), again.claims());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{text: a, arm: all} | claims[0]: 'direction' or 'between' is missing",
                "{text: a, arm: all, between: [0.5]} | claims[0].between: must be two numbers, as in [0.9, 1.1]",
                "{text: a, arm: all, between: [2, 1]} | claims[0]: between must be two numbers, the smaller first, got [2.0, 1.0]",
                "{text: a, arm: all, between: [1, 2], than: none} | claims[0]: unknown key 'than'",
                "{text: a, arm: [all, none], direction: less} | claims[0]: 'than' must be two arms, as 'arm' has",
                "{text: a, arm: [all, none], than: rotate, direction: less} | claims[0].than: must be two arms, as 'arm' has",
                "{text: a, arm: [all], than: rotate, direction: less} | claims[0].arm: must be one arm, or two for the effect",
                "{text: a, arm: [all, nine], than: [all, none], direction: less} | claims[0].arm[1]: no arm is called 'nine'",
                "{text: a, arm: [all, all], than: [all, none], direction: less} | an effect is of two arms: 'all' has none",
                "{text: a, arm: [all, none], between: [0, 1]} | claims[0].arm: must be one arm, as 'between' holds one",
                "{text: a, arm: all, than: nine, direction: less} | claims[0].than: no arm is called 'nine'",
            })
    void aClaimThatSaysTooLittleOrTooMuchIsRefused(String claim, String message) {
        SettingsException error = assertThrows(SettingsException.class, () -> bind(FILE + "claims: [" + claim + "]")
                .claims());

        assertTrue(String.valueOf(error.getMessage()).contains(message), error.getMessage());
    }

    @Test
    void whatNobodyLooksAtCannotBeClaimed() {
        String claim = "claims: [{text: a, arm: all, direction: less, metric: backward_gain}]\n";

        SettingsException error =
                assertThrows(SettingsException.class, () -> bind(FILE + claim + "train: {health: false}")
                        .claims());

        assertEquals(
                "quick.yaml, line 3: claims[0].metric: 'backward_gain' is seen by train.health, which is false of the arm"
                        + " 'none'",
                error.getMessage());
    }

    @Test
    void aStepOfManyThreadsHasNoTimeThatCouldBeClaimed() {
        String claim = "claims: [{text: a, arm: all, direction: less, metric: step_time}]\n";
        assertEquals(
                Metric.STEP_TIME,
                bind(FILE + claim + "train: {threads: 1}").claims().get(0).metric());

        SettingsException error = assertThrows(SettingsException.class, () -> bind(FILE + claim + "train: {threads: 2}")
                .claims());

        assertEquals(
                "quick.yaml, line 3: claims[0].metric: 'step_time' is the time of one thread, and an arm's train.threads"
                        + " is above 1",
                error.getMessage());
    }

    @Test
    void seedsMayBeListed() {
        assertEquals(
                List.of(11L, 7L),
                bind(FILE + "measure: {seeds: [11, 7]}").measure().seeds());
    }

    @Test
    void theResolvedFileCanBeMeasuredAgainFromAnywhere() {
        String resolved = bind(FILE).resolved();

        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(resolved, "pipeline.yaml", Path.of("/elsewhere")), "quick");

        assertEquals(bind(FILE).data(), again.data());
        assertEquals(resolved, again.resolved());
        assertTrue(resolved.contains("network: small"), resolved);
    }

    /** Other defaults, of a later version, must not change what the file means. */
    @Test
    void theResolvedFileSaysEveryDefaultThatDecidesTheResults() {
        assertEquals(
                """
                data:
                  root: /folder/pictures
                  validation: 0.1
                  prepare:
                    normalise: true
                stages:
                - rotate:
                    degrees: 5
                - mirror
                - smooth:
                    sigma: 1
                network: small
                name: quick
                train:
                  epochs: 20
                  batch: 32
                  loss: cross_entropy
                  label_smoothing: 0.0
                  optimizer: sgd
                  learning_rate: 0.05
                  momentum: 0.9
                  nesterov: false
                  weight_decay: 0.0
                  l1: 0.0
                  schedule: constant
                  warmup_epochs: 0.0
                  health:
                    every: 10
                measure:
                  seeds:
                  - 1
                  - 2
                  - 3
                  - 4
                  - 5
                  arms:
                  - none
                  - rotate
                  - mirror
                  - smooth
                  - all
                  baseline: none
                  primary: test_accuracy
                  score_every: 1
                """,
                bind(FILE).resolved());
    }

    @Test
    void whatTheFileSaysIsKeptInTheResolvedFile() {
        ExperimentSettings settings = bind(
                FILE.replace("pictures}", "pictures, prepare: {normalise: false}}")
                        + """
                train: {weight_decay: {rate: 1e-4, exclude: [norm, bias]}, schedule: cosine}
                measure:
                  seeds: [11, 7]
                  arms: [none, {name: all, stages: [mirror]}, {name: geometric, stages: [mirror, rotate]}]
                """);

        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");

        assertEquals("quick", again.name());
        assertEquals(settings.data(), again.data());
        assertEquals(settings.train(), again.train());
        assertEquals(List.of(11L, 7L), again.measure().seeds());
        assertEquals(List.of("none", "all", "geometric"), arms(again));
        assertEquals(List.of("mirror"), stages(again, 1));
        assertEquals(List.of("mirror", "rotate"), stages(again, 2));
        assertEquals(settings.resolved(), again.resolved());
    }

    @Test
    void theSmallestEffectThatMattersIsKeptInTheResolvedFile() {
        ExperimentSettings settings = bind(FILE + "measure: {smallest_effect: 0.005}");

        assertEquals(OptionalDouble.of(0.005), settings.measure().rule().smallestEffect());
        assertEquals(OptionalDouble.empty(), bind(FILE).measure().rule().smallestEffect());
        assertTrue(settings.resolved().contains("\n  smallest_effect: 0.005\n"), settings.resolved());
    }

    @Test
    void thePrimaryMetricIsThatOfClaimsThatNameNoneAndIsKeptInTheResolvedFile() {
        ExperimentSettings settings = bind(FILE
                + "measure: {primary: loss_gap, smallest_effect: 1.5}\n"
                + "claims: [{text: a, arm: all, direction: less}, {text: b, arm: all, direction: less, metric: gap}]");

        assertEquals(Metric.LOSS_GAP, settings.measure().primary());
        assertEquals(
                List.of(Metric.LOSS_GAP, Metric.GAP),
                settings.claims().stream().map(Claim::metric).toList());
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(Metric.LOSS_GAP, again.measure().primary());
        assertEquals(OptionalDouble.of(1.5), again.measure().rule().smallestEffect());
        assertEquals(Metric.TEST_ACCURACY, bind(FILE).measure().primary());
    }

    @Test
    void worthIsBoundToArmsOfTheirSizesAndKeptInTheResolvedFile() {
        ExperimentSettings settings = bind(FILE.replace("pictures}", "pictures, train_size: 50}")
                + "measure: {arms: [none, rotate, {name: half, stages: [], set: {data.train_size: 25}}],"
                + " worth: {without: [none, half], with: [rotate]}}");

        WorthSettings worth = settings.measure().worth().orElseThrow();
        assertEquals(List.of(new SizedArm("half", 25), new SizedArm("none", 50)), worth.without());
        assertEquals(List.of(new SizedArm("rotate", 50)), worth.with());
        ExperimentSettings again =
                ExperimentSettings.from(Settings.parse(settings.resolved(), "p.yaml", Path.of("/")), "p");
        assertEquals(settings.measure().worth(), again.measure().worth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{without: [small, smal], with: [rotate]} | measure.worth.without[1]: no arm is called 'smal'; did you mean 'small'?",
                "{without: [small, rotate], with: [rotate]} | worth.without[1]: arm 'rotate' has stages, and what is worth images",
                "{without: [small, none], with: [rotate]} | worth.without[1]: arm 'none' trains on all images, however many",
                "{without: [small, small], with: [turned]} | each of another data.train_size, got [small, small] of [20, 20] images",
                "{without: [small], with: [turned]} | without must name two or more arms, each of another data.train_size",
                "{without: [small, large], with: []} | with must name one or more arms, each once, got []",
                "{without: [small, large], with: [small]} | worth.with[0]: arm 'small' has no stages, whose worth could be told",
                "{without: [small, large]} | measure.worth: 'with' is missing",
                "{without: [small, large], with: [turned], than: 3} | unknown key 'than'",
            })
    void whatIsWrongInWorthIsSaidInOneLine(String worth, String expected) {
        SettingsException error = assertThrows(SettingsException.class, () -> bind(FILE
                        + "measure: {arms: [none, rotate, {name: small, stages: [], set: {data.train_size: 20}},"
                        + " {name: large, stages: [], set: {data.train_size: 40}},"
                        + " {name: turned, stages: [rotate], set: {data.train_size: 20}}], worth: " + worth + "}")
                .measure());

        assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
    }

    @Test
    void workersHaveNoSayInTheResolvedFile() {
        assertEquals(
                bind(FILE + "measure: {workers: 1}").resolved(),
                bind(FILE + "measure: {workers: 3}").resolved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "all", "each_stage", "leave_one_out"})
    void aStageCannotBeCalledAsTheArmsCallSomethingElse(String name) {
        SettingsException error = assertThrows(
                SettingsException.class,
                () -> bind("data: {root: pictures}\nstages:\n  - rotate: {degrees: 5}\n  - mirror: {name: " + name
                                + "}")
                        .measure());

        assertEquals(
                "quick.yaml, line 4: stages[1]: a stage cannot be called '" + name
                        + "', which means something else in measure.arms",
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure: {arms: [each_stage]} | quick.yaml, line 3: measure.arms: the arm 'none' is missing",
                "measure: {arms: [none, none]} | two arms are called 'none'",
                "measure: {arms: [none, each_stage, mirror]} | two arms are called 'mirror'",
                "measure: {arms: [none, miror]} | no stage is called 'miror'; did you mean 'mirror'?",
                "measure: {arms: [{name: none, stages: [mirror]}]} | 'none' is the arm without stages",
                "measure: {arms: [none, {name: a, set: {train.weight_decy: 1}}]} | quick.yaml, line 3: train: unknown"
                        + " key 'weight_decy'; did you mean 'weight_decay'?",
                "measure: {arms: [none, {name: a, set: {train.epochs: 0}}]} | quick.yaml, line 3: train: epochs must"
                        + " be at least 1",
                "measure: {arms: [none, {name: a, set: {data.root: b}}]} | 'data.root' is shared by all arms; an arm"
                        + " may change",
                "measure: {arms: [none, {name: a, set: {training.epochs: 3}}]} | 'training.epochs' is shared by all"
                        + " arms",
                "measure: {arms: [none, {name: a, set: {stages.rotat.p: 1}}]} | no item 'rotat'; did you mean"
                        + " 'rotate'?",
                "measure: {arms: [none, {name: a}]} | 'stages' or 'set' is missing",
                "measure: {arms: [none], baseline: al} | no arm is called 'al'",
                "measure: {sweep: {}} | measure.sweep: must name a key, as in 'train.weight_decay: [0, 1e-4]'",
                "measure: {sweep: {train.epochs: []}} | a sweep is of 1 to 1000 arms, got 0",
                "measure: {sweep: {train.epochs: [3, 3]}} | two arms are called 'epochs=3'",
                "claims: [{text: a, arm: rotat, direction: less}] | no arm is called 'rotat'; did you mean 'rotate'?",
                "claims: [{text: a, arm: all, direction: fewer}] | claims[0].direction: 'fewer' is not known",
                "claims: [{text: a, arm: all, direction: less, metric: accuracy}] | claims[0].metric: 'accuracy' is"
                        + " not known",
                "claims: [{text: a, arm: none, direction: less}] | than must name another arm than 'none'",
                "claims: [{text: a, arm: all, direction: less, expected: not_judged}] | 'not_judged' is not known; allowed:"
                        + " held, contradicted, not_shown",
                "claims: [{text: \"a\\nb\", arm: all, direction: less}] | claims[0].text: must say what is claimed, in one line",
                "measure: {arms: [none, {name: '', stages: []}]} | an arm's name must be of one line, without control",
                "measure: {arms: [none, {name: \"a\\e[31m\", stages: []}]} | an arm's name must be of one line,",
                "claims: [{arm: all, direction: less}] | claims[0]: 'text' is missing",
                "measure: {seeds: 0} | measure.seeds: must be a list of seeds, or a count in [1, 10000], got 0",
                "measure: {seeds: [3, 3]} | seeds must be at least one, and all different",
                "measure: {seeds: []} | seeds must be at least one",
                "measure: {workers: 0} | workers must be at least 1, got 0",
                "measure: {score_every: 0} | score_every must be at least 1, got 0",
                "measure: {smallest_effect: 0} | quick.yaml, line 3: measure: smallest_effect must lie in (0, 1), got"
                        + " 0.0",
                "measure: {smallest_effect: 1} | smallest_effect must lie in (0, 1), got 1.0",
                "measure: {primary: gap, smallest_effect: 1} | smallest_effect must lie in (0, 1), got 1.0",
                "measure: {primary: test_loss, smallest_effect: 0} | smallest_effect must be a number above 0, got 0.0",
                "measure: {primary: weight_norm, workers: 1} | measure.primary: must be one of train_loss, test_loss,"
                        + " train_accuracy, test_accuracy, gap, loss_gap; weight_norm is no score, so claims alone may name it",
                "measure: {primary: test_acuracy} | measure.primary: 'test_acuracy' is not known; did you mean"
                        + " 'test_accuracy'?",
                "measure: {smallest_effect: small} | measure.smallest_effect: ",
                "measure: {seed: 3} | unknown key 'seed'; did you mean 'seeds'?",
                "measures: {seeds: 3} | quick.yaml, line 3: unknown key 'measures'; did you mean 'measure'?",
                "network: smal | did you mean 'small'?",
                "name: ../up | name must start with a letter or digit",
                "train: {epochs: 0} | epochs must be at least 1, got 0",
            })
    void whatIsWrongIsSaidInOneLine(String line, String expected) {
        SettingsException error =
                assertThrows(SettingsException.class, () -> bind(FILE + line).measure());

        assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
    }

    private static ExperimentSettings bind(String yaml) {
        return ExperimentSettings.from(Settings.parse(yaml, "quick.yaml", Path.of("/folder")), "quick");
    }

    private static List<String> arms(ExperimentSettings settings) {
        return settings.measure().arms().stream().map(Arm::name).toList();
    }

    private static List<String> stages(ExperimentSettings settings, int arm) {
        return settings.measure().arms().get(arm).pipeline().stages().stream()
                .map(Stage::name)
                .toList();
    }
}
