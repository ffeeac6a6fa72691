package io.augstream.train.safetensors;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** The types of numbers that are read and written, of the format's many: what a training here has. Little-endian. */
public enum ElementType {
    F32(Float.BYTES, float.class) {
        @Override
        void put(Object array, int from, int count, ByteBuffer bytes) {
            bytes.asFloatBuffer().put((float[]) array, from, count);
        }

        @Override
        void get(ByteBuffer bytes, Object array, int from, int count) {
            bytes.asFloatBuffer().get((float[]) array, from, count);
        }
    },
    F64(Double.BYTES, double.class) {
        @Override
        void put(Object array, int from, int count, ByteBuffer bytes) {
            bytes.asDoubleBuffer().put((double[]) array, from, count);
        }

        @Override
        void get(ByteBuffer bytes, Object array, int from, int count) {
            bytes.asDoubleBuffer().get((double[]) array, from, count);
        }
    },
    I64(Long.BYTES, long.class) {
        @Override
        void put(Object array, int from, int count, ByteBuffer bytes) {
            bytes.asLongBuffer().put((long[]) array, from, count);
        }

        @Override
        void get(ByteBuffer bytes, Object array, int from, int count) {
            bytes.asLongBuffer().get((long[]) array, from, count);
        }
    };

    private final int size;
    private final Class<?> element;

    ElementType(int size, Class<?> element) {
        this.size = size;
        this.element = element;
    }

    /** Bytes a number. */
    public int size() {
        return size;
    }

    /** Of the numbers in {@code array}. */
    static ElementType of(Object array) {
        for (ElementType type : values()) {
            if (array.getClass().getComponentType() == type.element) {
                return type;
            }
        }
        throw new IllegalArgumentException("values must be a float[], double[] or long[], got " + array.getClass());
    }

    Object array(int length) {
        return Array.newInstance(element, length);
    }

    abstract void put(Object array, int from, int count, ByteBuffer bytes);

    abstract void get(ByteBuffer bytes, Object array, int from, int count);

    /** Hands the numbers of {@code array} out in pieces that fit into {@code buffer}. */
    void write(Object array, ByteBuffer buffer, Sink sink) throws IOException {
        int length = Array.getLength(array);
        int piece = buffer.capacity() / size;
        for (int from = 0; from < length; from += piece) {
            int count = Math.min(piece, length - from);
            buffer.clear();
            put(array, from, count, buffer);
            sink.take(buffer.limit(count * size));
        }
    }

    /** Takes the numbers of {@code array} in pieces that fit into {@code buffer}. */
    void read(Object array, ByteBuffer buffer, Sink filled) throws IOException {
        int length = Array.getLength(array);
        int piece = buffer.capacity() / size;
        for (int from = 0; from < length; from += piece) {
            int count = Math.min(piece, length - from);
            filled.take(buffer.clear().limit(count * size));
            get(buffer.flip(), array, from, count);
        }
    }

    /** Empties a buffer, or fills it. */
    @FunctionalInterface
    interface Sink {
        void take(ByteBuffer buffer) throws IOException;
    }
}
