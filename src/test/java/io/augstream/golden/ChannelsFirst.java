package io.augstream.golden;

/** Between the order of the reference files (N, C, H, W; weights out, in, kh, kw) and ours (N, H, W, C; kh, kw, in, out). */
final class ChannelsFirst {
    private ChannelsFirst() {}

    /** A batch of maps [n, c, h, w], or of vectors [n, c], in our order. */
    static float[] toOurs(ReferenceFile.Tensor tensor) {
        int[] s = tensor.shape();
        int pixels = pixels(s);
        float[] from = tensor.floats();
        float[] to = new float[from.length];
        for (int n = 0; n < s[0]; n++) {
            for (int c = 0; c < s[1]; c++) {
                for (int p = 0; p < pixels; p++) {
                    to[(n * pixels + p) * s[1] + c] = from[(n * s[1] + c) * pixels + p];
                }
            }
        }
        return to;
    }

    /** A convolution's weight in our order. */
    static float[] weightToOurs(ReferenceFile.Tensor tensor) {
        int[] s = tensor.shape();
        int area = s[2] * s[3];
        float[] from = tensor.floats();
        float[] to = new float[from.length];
        for (int out = 0; out < s[0]; out++) {
            for (int in = 0; in < s[1]; in++) {
                for (int k = 0; k < area; k++) {
                    to[(k * s[1] + in) * s[0] + out] = from[(out * s[1] + in) * area + k];
                }
            }
        }
        return to;
    }

    /**
     * A dense layer's weight [out, in] in our order [in, out], where the inputs are a flattened map.
     *
     * @param pixels of the map; 1 where the inputs are a vector
     */
    static float[] denseToOurs(ReferenceFile.Tensor tensor, int pixels) {
        int outputs = tensor.shape()[0];
        int channels = tensor.shape()[1] / pixels;
        float[] from = tensor.floats();
        float[] to = new float[from.length];
        for (int out = 0; out < outputs; out++) {
            for (int c = 0; c < channels; c++) {
                for (int p = 0; p < pixels; p++) {
                    to[(p * channels + c) * outputs + out] = from[(out * channels + c) * pixels + p];
                }
            }
        }
        return to;
    }

    private static int pixels(int[] shape) {
        return shape.length == 4 ? shape[2] * shape[3] : 1;
    }
}
