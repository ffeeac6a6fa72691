package io.augstream.lab;

import io.augstream.dataset.DataException;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.PlannedBatch;
import io.augstream.run.FitCheck;
import io.augstream.run.TrainingFile;
import io.augstream.run.TrainingImages;
import io.augstream.stream.StreamRuntime;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Trains every arm with every seed and compares them in pairs. Results depend on the settings alone: not on the number
 * of workers or cores, nor on which run ends first.
 */
public final class Experiment {
    private final ExperimentSettings settings;
    private final ProgressListener listener;
    private volatile boolean stopped;
    private int finished;
    private @Nullable RuntimeException failure;

    public Experiment(ExperimentSettings settings, ProgressListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs the whole experiment, once an object. Interrupting the calling thread stops it.
     *
     * @throws DataException if the data is wrong
     * @throws io.augstream.settings.SettingsException if the network does not fit the images or the classes, a stage
     *     does not fit the images or changes their size, or batches are too small for the network
     * @throws ExperimentException if a training fails, or memory runs out; the other runs are given up
     * @throws IllegalStateException if a run ends by a fault of the program, its cause; the other runs are given up
     */
    public ExperimentResult run() {
        MeasureSettings measure = settings.measure();
        Set<@Nullable Integer> sizes = new LinkedHashSet<>();
        measure.arms().forEach(arm -> sizes.add(arm.training().data().trainSize()));
        PreparedData data = PreparedData.load(settings.data(), measure.seeds(), sizes);
        int cores = Runtime.getRuntime().availableProcessors();
        List<ArmRun> armRuns =
                measure.arms().stream().map(arm -> fitted(arm, data, cores)).toList();
        int runs = armRuns.size() * measure.seeds().size();
        long epochs = (long) measure.seeds().size()
                * measure.arms().stream()
                        .mapToLong(arm -> arm.training().train().epochs())
                        .sum();
        listener.started(data.summary(), runs, epochs);
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(measure.workers(), runs), Experiment::thread);
        try (StreamRuntime runtime = new StreamRuntime(cores)) {
            ExperimentResult result = ExperimentResult.of(
                    settings.name(),
                    data.summary(),
                    measure.baseline(),
                    measure.rule(),
                    settings.claims(),
                    results(submit(armRuns, data, runtime, workers)));
            return measure.worth().map(result::valued).orElse(result);
        } finally {
            stopped = true;
            workers.shutdownNow();
        }
    }

    /** Tries what the arm asks for on the images, before the first training. */
    private ArmRun fitted(Arm arm, PreparedData data, int cores) {
        TrainingFile training = arm.training();
        List<LayerSpec> layers = NetworkSettings.from(training.network(), data.shape(), data.classes());
        FitCheck fit = new FitCheck(training, data.shape());
        fit.stages(arm.pipeline(), "arm '" + arm.name() + "': ");
        fit.network(layers, new PlannedBatch(training.train().batch(), TrainingImages.scoringBatch(data.shape())));
        return new ArmRun(arm, layers, data.shape(), settings.measure().scoreTrain(), cores);
    }

    /** Seed by seed, so that the first comparisons of a long experiment come early. */
    private Map<Arm, List<Future<RunResult>>> submit(
            List<ArmRun> armRuns, PreparedData data, StreamRuntime runtime, ExecutorService workers) {
        Map<Arm, List<Future<RunResult>>> futures = new LinkedHashMap<>();
        for (long seed : settings.measure().seeds()) {
            Map<Optional<Integer>, SeedData> bySize = new HashMap<>();
            for (ArmRun armRun : armRuns) {
                Integer size = armRun.arm().training().data().trainSize();
                SeedData seedData = bySize.computeIfAbsent(Optional.ofNullable(size), key -> data.of(seed, size));
                futures.computeIfAbsent(armRun.arm(), key -> new ArrayList<>())
                        .add(workers.submit(() -> run(armRun, seedData, runtime)));
            }
        }
        return futures;
    }

    private RunResult run(ArmRun armRun, SeedData data, StreamRuntime runtime) {
        Arm arm = armRun.arm();
        try {
            RunResult result = armRun.train(data, runtime, scores -> epochFinished(arm, data.seed(), scores));
            runFinished(arm, result);
            return result;
        } catch (RuntimeException | Error e) {
            throw firstFailure(arm, data.seed(), e);
        }
    }

    private synchronized void epochFinished(Arm arm, long seed, EpochScores scores) {
        if (stopped) {
            throw new CancellationException("the experiment was stopped");
        }
        listener.epochFinished(arm.name(), seed, scores);
    }

    private synchronized void runFinished(Arm arm, RunResult result) {
        finished++;
        listener.runFinished(arm.name(), result, finished);
    }

    /** Later failures may be nothing but the stop that the first one brought about. */
    private synchronized RuntimeException firstFailure(Arm arm, long seed, Throwable e) {
        if (failure == null) {
            failure = failed("arm '" + arm.name() + "', seed " + seed + ": ", e);
        }
        stopped = true;
        return failure;
    }

    /** What a user can do something about says so in a line; anything else is a fault of ours, and stays one. */
    private static RuntimeException failed(String run, Throwable e) {
        if (e instanceof TrainingException || e instanceof DataException) {
            return new ExperimentException(run + e.getMessage(), e);
        }
        return e instanceof OutOfMemoryError
                ? new ExperimentException(run + e, e)
                : new IllegalStateException(run + e, e);
    }

    private static List<ArmResult> results(Map<Arm, List<Future<RunResult>>> futures) {
        List<ArmResult> arms = new ArrayList<>();
        for (Map.Entry<Arm, List<Future<RunResult>>> arm : futures.entrySet()) {
            List<RunResult> runs = new ArrayList<>();
            for (Future<RunResult> run : arm.getValue()) {
                runs.add(result(run));
            }
            arms.add(new ArmResult(arm.getKey().name(), runs));
        }
        return arms;
    }

    private static RunResult result(Future<RunResult> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExperimentException("the experiment was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a run failed: " + e.getCause(), e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "augstream-run");
        thread.setDaemon(true);
        return thread;
    }
}
