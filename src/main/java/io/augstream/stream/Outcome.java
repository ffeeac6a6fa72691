package io.augstream.stream;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A result, or why there is none. Failures travel through a stream as such values, in the order of their samples, so that
 * none overtakes a result and none is dropped.
 */
public sealed interface Outcome<T> {
    /** The work was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The work failed: a {@code RuntimeException} or an {@code Error}. */
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    /** Runs {@code work} and keeps whatever comes of it, errors such as a full heap included. */
    static <T> Outcome<T> of(Supplier<T> work) {
        try {
            return new Done<>(work.get());
        } catch (RuntimeException | Error e) {
            return new Failed<>(e);
        }
    }

    /** The outcome of going on with the result; a failure stays what it is. */
    default <R> Outcome<R> then(Function<T, R> next) {
        if (this instanceof Done<T> done) {
            return of(() -> next.apply(done.value()));
        }
        return new Failed<>(((Failed<T>) this).cause());
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /** The result; a failure is thrown as it was, without a wrapper. */
    default T orThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        Throwable cause = ((Failed<T>) this).cause();
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }
}
