package io.augstream.lab;

import io.augstream.dataset.DataException;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.PlannedBatch;
import io.augstream.run.FitCheck;
import io.augstream.run.TrainingFile;
import io.augstream.run.TrainingImages;
import io.augstream.stream.StreamRuntime;
import io.augstream.train.CheckpointException;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainingException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trains every arm with every seed and compares them in pairs. Results depend on the settings alone: not on the number
 * of workers or cores, nor on which run ends first.
 */
public final class Experiment {
    private final ExperimentSettings settings;
    private final ProgressListener listener;
    private final RunStore kept;
    private volatile boolean stopped;
    private int finished;
    private @Nullable RuntimeException failure;

    /** Every run is trained, and none is kept. */
    public Experiment(ExperimentSettings settings, ProgressListener listener) {
        this(settings, listener, RunStore.NONE);
    }

    /** @param kept runs that need not be trained again; and where those go that are */
    public Experiment(ExperimentSettings settings, ProgressListener listener, RunStore kept) {
        this.settings = settings;
        this.listener = listener;
        this.kept = kept;
    }

    /**
     * Runs the whole experiment, once an object. Interrupting the calling thread stops it.
     *
     * @throws DataException if the data is wrong
     * @throws io.augstream.settings.SettingsException if the network does not fit the images or the classes, a stage
     *     does not fit the images or changes their size, batches are too small for the network, or an arm decides on a
     *     validation split that is not there
     * @throws ExperimentException if a training fails, memory runs out or a run cannot be kept; the other runs are given up,
     *     those that are kept stay
     * @throws IllegalStateException if a run ends by a fault of the program, its cause; the other runs are given up
     */
    public ExperimentResult run() {
        MeasureSettings measure = settings.measure();
        Set<@Nullable Integer> sizes = new LinkedHashSet<>();
        measure.arms().forEach(arm -> sizes.add(arm.training().data().trainSize()));
        PreparedData data = PreparedData.load(settings.data(), measure.seeds(), sizes, measure.redrawnTest());
        int cores = Runtime.getRuntime().availableProcessors();
        List<ArmRun> armRuns =
                measure.arms().stream().map(arm -> fitted(arm, data, cores)).toList();
        kept.open(data.summary());
        Map<RunKey, RunResult> before = kept(kept::finished);
        Map<RunKey, BegunRun> begun = kept(kept::begun);
        begun.keySet().removeAll(before.keySet());
        int runs = armRuns.size() * measure.seeds().size();
        finished = before.size();
        listener.started(data.summary(), runs, finished, epochsLeft(before.keySet(), begun));
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(measure.workers(), runs), Experiment::thread);
        try (StreamRuntime runtime = new StreamRuntime(cores)) {
            ExperimentResult result = ExperimentResult.of(
                    settings.name(),
                    data.summary(),
                    measure.baseline(),
                    measure.primary(),
                    measure.rule(),
                    settings.claims(),
                    results(submit(armRuns, before, begun, data, runtime, workers), data.summary()));
            return measure.worth().map(result::valued).orElse(result);
        } finally {
            stopped = true;
            workers.shutdownNow();
        }
    }

    /** Which training of the experiment. */
    private record RunKey(String arm, long seed) {}

    private <R> Map<RunKey, R> kept(BiFunction<String, Long, Optional<R>> find) {
        Map<RunKey, R> runs = new HashMap<>();
        for (Arm arm : settings.measure().arms()) {
            for (long seed : settings.measure().seeds()) {
                find.apply(arm.name(), seed).ifPresent(run -> runs.put(new RunKey(arm.name(), seed), run));
            }
        }
        return runs;
    }

    private long epochsLeft(Set<RunKey> before, Map<RunKey, BegunRun> begun) {
        long epochs = 0;
        for (Arm arm : settings.measure().arms()) {
            long left = settings.measure().seeds().stream()
                    .filter(seed -> !before.contains(new RunKey(arm.name(), seed)))
                    .count();
            epochs += left * arm.training().train().epochs();
        }
        return epochs
                - begun.values().stream().mapToLong(run -> run.epochs().size()).sum();
    }

    /** Tries what the arm asks for on the images, before the first training. */
    private ArmRun fitted(Arm arm, PreparedData data, int cores) {
        TrainingFile training = arm.training();
        List<LayerSpec> layers = NetworkSettings.from(training.network(), data.shape(), data.classes());
        FitCheck fit = new FitCheck(training, data.shape());
        fit.stages(arm.pipeline(), "arm '" + arm.name() + "': ");
        Integer size = training.data().trainSize();
        fit.whitening(
                size == null ? data.summary().pool() : size,
                Runtime.getRuntime().maxMemory());
        fit.validation(data.validation());
        fit.network(layers, new PlannedBatch(training.train().batch(), TrainingImages.scoringBatch(data.shape())));
        Set<Metric> asked = settings.claims().stream().map(Claim::metric).collect(Collectors.toSet());
        return new ArmRun(arm, layers, data.shape(), settings.measure().scoreEvery(), asked, cores);
    }

    /** Seed by seed, so that the first comparisons of a long experiment come early. */
    private Map<Arm, List<Future<RunResult>>> submit(
            List<ArmRun> armRuns,
            Map<RunKey, RunResult> before,
            Map<RunKey, BegunRun> begun,
            PreparedData data,
            StreamRuntime runtime,
            ExecutorService workers) {
        Map<Arm, List<Future<RunResult>>> futures = new LinkedHashMap<>();
        for (long seed : settings.measure().seeds()) {
            Map<Optional<Integer>, SeedData> bySize = new HashMap<>();
            for (ArmRun armRun : armRuns) {
                Arm arm = armRun.arm();
                List<Future<RunResult>> runs = futures.computeIfAbsent(arm, absent -> new ArrayList<>());
                RunKey key = new RunKey(arm.name(), seed);
                RunResult done = before.get(key);
                if (done != null) {
                    runs.add(CompletableFuture.completedFuture(done));
                    continue;
                }
                Integer size = arm.training().data().trainSize();
                SeedData seedData = bySize.computeIfAbsent(Optional.ofNullable(size), absent -> data.of(seed, size));
                BegunRun from = begun.get(key);
                runs.add(workers.submit(() -> run(armRun, seedData, runtime, from)));
            }
        }
        return futures;
    }

    private RunResult run(ArmRun armRun, SeedData data, StreamRuntime runtime, @Nullable BegunRun from) {
        Arm arm = armRun.arm();
        try {
            RunResult result = armRun.train(data, runtime, from, run -> epochFinished(armRun, run));
            runFinished(arm, result);
            return result;
        } catch (RuntimeException | Error e) {
            throw firstFailure(arm, data.seed(), e);
        }
    }

    private synchronized void epochFinished(ArmRun armRun, BegunRun run) {
        if (stopped) {
            throw new CancellationException("the experiment was stopped");
        }
        Arm arm = armRun.arm();
        if (armRun.canGoOn() && run.epochs().size() < arm.training().train().epochs()) {
            kept.keep(arm.name(), run);
        }
        listener.epochFinished(arm.name(), run.seed(), run.latest());
    }

    private synchronized void runFinished(Arm arm, RunResult result) {
        kept.keep(arm.name(), result);
        finished++;
        int left = arm.training().train().epochs() - result.epochs().size();
        if (left > 0) {
            listener.stoppedEarly(arm.name(), result.seed(), left);
        }
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
        if (e instanceof ExperimentException
                || e instanceof TrainingException
                || e instanceof CheckpointException
                || e instanceof DataException
                || e instanceof UncheckedIOException) {
            return new ExperimentException(run + e.getMessage(), e);
        }
        return e instanceof OutOfMemoryError
                ? new ExperimentException(run + e, e)
                : new IllegalStateException(run + e, e);
    }

    private static List<ArmResult> results(Map<Arm, List<Future<RunResult>>> futures, DataSummary data) {
        List<ArmResult> arms = new ArrayList<>();
        for (Map.Entry<Arm, List<Future<RunResult>>> arm : futures.entrySet()) {
            List<RunResult> runs = new ArrayList<>();
            for (Future<RunResult> run : arm.getValue()) {
                runs.add(result(run));
            }
            Integer size = arm.getKey().training().data().trainSize();
            arms.add(new ArmResult(arm.getKey().name(), runs, data.parts(size)));
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
