package io.augstream.stream;

import akka.stream.javadsl.SinkQueueWithCancel;
import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A running stream of batches, seen by the one thread that pulls from it. */
final class PulledEpoch implements BatchSource.Epoch {
    private final SinkQueueWithCancel<Outcome<Batch>> queue;
    private final Gate gate;

    /** The failure or the end that the stream came to; it holds for every later call. */
    private @Nullable Optional<Outcome<Batch>> last;

    PulledEpoch(SinkQueueWithCancel<Outcome<Batch>> queue, Gate gate) {
        this.queue = queue;
        this.gate = gate;
    }

    @Override
    public @Nullable Batch next() {
        if (gate.isClosed()) {
            throw new IllegalStateException("the epoch is closed");
        }
        Optional<Outcome<Batch>> pulled = last == null ? await(queue.pull()) : last;
        if (pulled.isEmpty() || !pulled.get().isDone()) {
            last = pulled;
        }
        return pulled.isEmpty() ? null : pulled.get().orThrow();
    }

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
            CancellationException interrupted = new CancellationException("interrupted while waiting for a batch");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stream of batches was stopped from outside", e.getCause());
        }
    }
}
