package io.augstream.train.safetensors;

import java.lang.reflect.Array;
import java.util.List;

/**
 * A named array of numbers.
 *
 * @param shape the last axis innermost; empty for a single number
 * @param values a {@code float[]}, {@code double[]} or {@code long[]} of as many numbers as the shape says; not copied
 */
public record Tensor(String name, List<Integer> shape, Object values) {
    public Tensor {
        shape = List.copyOf(shape);
        long size = 1;
        for (int axis : shape) {
            if (axis < 0) {
                throw new IllegalArgumentException(name + " has an axis below 0: " + shape);
            }
            size = Math.multiplyExact(size, axis);
        }
        ElementType type = ElementType.of(values);
        if (size != Array.getLength(values)) {
            throw new IllegalArgumentException(
                    name + " of shape " + shape + " and " + type + " has " + Array.getLength(values) + " values");
        }
    }

    /** All numbers along one axis. */
    public static Tensor of(String name, Object values) {
        return new Tensor(name, List.of(Array.getLength(values)), values);
    }

    public ElementType type() {
        return ElementType.of(values);
    }

    public int size() {
        return Array.getLength(values);
    }

    /** The numbers, as {@code float[]}. */
    public float[] floats() {
        return (float[]) values;
    }

    public double[] doubles() {
        return (double[]) values;
    }

    public long[] longs() {
        return (long[]) values;
    }

    /** The type and the shape, as {@code F32[3, 3, 16, 32]}. */
    public String layout() {
        return type() + shape.toString();
    }
}
