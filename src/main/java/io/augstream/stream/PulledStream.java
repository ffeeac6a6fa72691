package io.augstream.stream;

import akka.stream.Attributes;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.SinkQueueWithCancel;
import akka.stream.javadsl.Source;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A running stream, seen by the one thread that takes its results. The first failure is the last thing it gives. */
final class PulledStream<T> implements AutoCloseable {
    private final SinkQueueWithCancel<Outcome<T>> queue;
    private final Gate gate;

    /** The failure or the end that the stream came to; it holds for every later call. */
    private @Nullable Optional<Outcome<T>> last;

    private PulledStream(SinkQueueWithCancel<Outcome<T>> queue, Gate gate) {
        this.queue = queue;
        this.gate = gate;
    }

    /**
     * Starts {@code outcomes}.
     *
     * @param prefetch results that may wait to be taken, at least 1
     * @param gate what all of the stream's tasks pass through
     */
    static <T> PulledStream<T> start(Source<Outcome<T>, ?> outcomes, int prefetch, Gate gate, StreamRuntime runtime) {
        Sink<Outcome<T>, SinkQueueWithCancel<Outcome<T>>> sink =
                Sink.<Outcome<T>>queue().withAttributes(Attributes.inputBuffer(prefetch, prefetch));
        return new PulledStream<>(
                outcomes.takeWhile(Outcome::isDone, true).runWith(sink, runtime.materializer()), gate);
    }

    /** The next result, waiting for it if need be; null at the end. A failure is thrown as it was where it happened. */
    @Nullable T next() {
        if (gate.isClosed()) {
            throw new IllegalStateException("asked for more after close()");
        }
        Optional<Outcome<T>> pulled = last == null ? await(queue.pull()) : last;
        if (pulled.isEmpty() || !pulled.get().isDone()) {
            last = pulled;
        }
        return pulled.isEmpty() ? null : pulled.get().orThrow();
    }

    /** Stops the stream and waits for the tasks that run at the moment; they leave as early as they can. */
    @Override
    public void close() {
        queue.cancel();
        gate.closeAndWait();
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException interrupted = new CancellationException("interrupted while waiting for a stream");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stream was stopped from outside", e.getCause());
        }
    }
}
