package io.augstream.stream;

import akka.actor.ActorSystem;
import akka.stream.Materializer;
import akka.stream.SystemMaterializer;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The threads that streams run on: a pool of workers that decode and augment, and Akka's own few that pass elements on.
 * One serves any number of streams, one after another or at the same time; safe for all threads.
 *
 * <p>Quiet: it never writes to standard output or to a log; whatever goes wrong comes out of the stream. All threads are
 * daemons, so a program that forgets to close still ends; after {@link #close} they are gone within about a second. No
 * hook is left in the JVM, and no {@code application.conf} of the surrounding program is read.
 */
public final class StreamRuntime implements AutoCloseable {
    private static final String WORKERS = "augstream.workers";
    private static final String SETTINGS =
            """
            akka {
              daemonic = on
              loggers = []
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              jvm-exit-on-fatal-error = off
              jvm-shutdown-hooks = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              coordinated-shutdown.run-by-actor-system-terminate = off
              actor.default-dispatcher.fork-join-executor { parallelism-min = 1, parallelism-max = %1$d }
              actor.internal-dispatcher.fork-join-executor { parallelism-min = 1, parallelism-max = 1 }
            }
            augstream.workers {
              type = Dispatcher
              executor = thread-pool-executor
              thread-pool-executor.fixed-pool-size = %1$d
              throughput = 1
            }
            """;

    private final int parallelism;
    private final ActorSystem system;
    private final Materializer materializer;
    private final Executor workers;

    /**
     * Starts the threads.
     *
     * @param parallelism worker threads, at least 1; the cores are a good number
     */
    public StreamRuntime(int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1, got " + parallelism);
        }
        this.parallelism = parallelism;
        // The context class loader of exec:java or of an application server need not see Akka; ours does.
        ClassLoader loader = StreamRuntime.class.getClassLoader();
        Config config = ConfigFactory.parseString(SETTINGS.formatted(parallelism))
                .withFallback(ConfigFactory.defaultReference(loader))
                .resolve();
        this.system = ActorSystem.create("augstream", config, loader);
        this.materializer = SystemMaterializer.get(system).materializer();
        this.workers = system.dispatchers().lookup(WORKERS);
    }

    /** Worker threads. */
    public int parallelism() {
        return parallelism;
    }

    /** Runs a {@code Source} or {@code Flow} of this package where the caller has no actor system of its own. */
    public Materializer materializer() {
        return materializer;
    }

    /** Runs {@code work} on a worker; the stage always completes normally, with the failure as a value. */
    <T> CompletionStage<Outcome<T>> submit(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> Outcome.of(work), workers);
    }

    /** Stops all streams and waits until they have ended; an epoch that is still open fails at its next batch. */
    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
