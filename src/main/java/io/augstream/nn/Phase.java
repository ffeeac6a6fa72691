package io.augstream.nn;

/**
 * One of the phases of a strided window, along one axis: of the pixels {@code start}, {@code start + stride}, …, which
 * the same taps of the window meet. Pixel number u of the phase is met by tap {@code firstTap + m · stride} at place
 * u + {@code place} − m, for m below {@code taps}; at stride 1 there is one phase, of all pixels and taps.
 *
 * @param count of its pixels
 */
record Phase(int start, int count, int firstTap, int taps, int place) {
    /** @param length of the axis, in pixels */
    static Phase of(Window window, int start, int length) {
        int shifted = start + window.padding();
        int firstTap = shifted % window.stride();
        return new Phase(
                start,
                steps(length - start, window.stride()),
                firstTap,
                steps(window.size() - firstTap, window.stride()),
                shifted / window.stride());
    }

    /** Whether the window meets its pixels at all; a window smaller than its stride leaves some out. */
    boolean isMet() {
        return count > 0 && taps > 0;
    }

    /** How far its places reach beyond {@code places} that there are, on either side. */
    int reach(int places) {
        return isMet() ? Math.max(taps - 1 - place, count - 1 + place - (places - 1)) : 0;
    }

    private static int steps(int length, int stride) {
        return Math.max(0, (length + stride - 1) / stride);
    }
}
