package io.augstream.operation;

/**
 * A change of pixels in place that looks at nothing but the pixel itself: a {@link PointOperation} made ready for one image.
 * Any thread may call, for any part of the image, in any order.
 */
@FunctionalInterface
public interface PixelChange {
    /** Leaves every pixel as it is. */
    PixelChange NONE = (samples, offset, pixels) -> {};

    /**
     * @param samples holds the pixels, with as many channels as the image that this was prepared for
     * @param offset of the first pixel's first sample
     * @param pixels how many to change, one after the other
     */
    void change(byte[] samples, int offset, int pixels);
}
