package io.augstream.nn;

import java.util.Arrays;

/**
 * The patches of a map that a convolution's window sees, as rows of a matrix (im2col), and back. A row is one place of
 * the window: kernel row by kernel row, pixel by pixel, channel by channel, zeros where it sticks out.
 */
final class Patches {
    private final Window window;
    private final Shape input;
    private final Shape output;
    private final Kernels kernels;

    Patches(Window window, Shape input, Shape output, Kernels kernels) {
        this.window = window;
        this.input = input;
        this.output = output;
        this.kernels = kernels;
    }

    /** Rows of the matrix for one sample. */
    int count() {
        return output.height() * output.width();
    }

    /** Columns of the matrix. */
    int length() {
        return window.size() * window.size() * input.channels();
    }

    /** Whether the map itself is its matrix of patches. */
    boolean isMapItself() {
        return window.size() == 1 && window.stride() == 1 && window.padding() == 0;
    }

    void copy(float[] map, int mapOffset, float[] patches, int patchesOffset) {
        int run = window.size() * input.channels();
        int to = patchesOffset;
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                for (int i = 0; i < window.size(); i++, to += run) {
                    copyRun(map, mapOffset, row * window.stride() - window.padding() + i, column, patches, to);
                }
            }
        }
    }

    private void copyRun(float[] map, int mapOffset, int y, int column, float[] patches, int to) {
        int channels = input.channels();
        int left = column * window.stride() - window.padding();
        int first = Math.max(0, -left);
        int end = Math.min(window.size(), input.width() - left);
        if (first == 0 && end == window.size() && y >= 0 && y < input.height()) {
            copyPixels(map, mapOffset + (y * input.width() + left) * channels, patches, to, end * channels);
            return;
        }
        if (y < 0 || y >= input.height() || first >= end) {
            Arrays.fill(patches, to, to + window.size() * channels, 0f);
            return;
        }
        Arrays.fill(patches, to, to + first * channels, 0f);
        int from = mapOffset + (y * input.width() + left + first) * channels;
        System.arraycopy(map, from, patches, to + first * channels, (end - first) * channels);
        Arrays.fill(patches, to + end * channels, to + window.size() * channels, 0f);
    }

    /** For the few values of a kernel row over an input with few channels, calling System.arraycopy costs more. */
    private static void copyPixels(float[] from, int fromOffset, float[] to, int toOffset, int length) {
        if (length > 16) {
            System.arraycopy(from, fromOffset, to, toOffset, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to[toOffset + i] = from[fromOffset + i];
        }
    }

    /** The adjoint of {@link #copy}: adds each element of the patches to the place in the map it was copied from. */
    void addBack(float[] patches, int patchesOffset, float[] map, int mapOffset) {
        int channels = input.channels();
        int from = patchesOffset;
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                int left = column * window.stride() - window.padding();
                int first = Math.max(0, -left);
                int end = Math.min(window.size(), input.width() - left);
                for (int i = 0; i < window.size(); i++, from += window.size() * channels) {
                    int y = row * window.stride() - window.padding() + i;
                    if (y >= 0 && y < input.height() && first < end) {
                        int to = mapOffset + (y * input.width() + left + first) * channels;
                        kernels.add(patches, from + first * channels, map, to, (end - first) * channels);
                    }
                }
            }
        }
    }
}
