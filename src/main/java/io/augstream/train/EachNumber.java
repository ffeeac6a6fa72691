package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.Workers;
import java.util.ArrayList;
import java.util.List;

/** Work on every number of some parameters by itself, cut into parts that threads share: the cuts show in no result. */
final class EachNumber {
    /** Numbers in a part: enough to be worth a thread's while, few enough that a layer's weights are several parts. */
    private static final int PART = 1 << 14;

    private final Workers workers;
    private final List<Part> parts = new ArrayList<>();

    EachNumber(List<Parameter> parameters, Workers workers) {
        this.workers = workers;
        for (int i = 0; i < parameters.size(); i++) {
            int size = parameters.get(i).size();
            for (int from = 0; from < size; from += PART) {
                parts.add(new Part(i, from, Math.min(size, from + PART)));
            }
        }
    }

    /** Some numbers of the parameter at an index. */
    interface Task {
        void run(int parameter, int from, int end);
    }

    void run(Task task) {
        workers.each(parts.size(), slice -> {
            Part part = parts.get(slice);
            task.run(part.parameter, part.from, part.end);
        });
    }

    private record Part(int parameter, int from, int end) {}
}
