package io.augstream.image;

import io.augstream.random.CounterRandom;

/** Pictures of every depth for tests. */
public final class DeepPictures {
    private DeepPictures() {}

    /** Any samples of the depth's; floats from −1 to 2, so beyond full scale on both sides. */
    public static Image random(Depth depth, int width, int height, int channels) {
        ImageSize size = new ImageSize(width, height);
        int length = width * height * channels;
        byte[] bytes = new byte[length];
        short[] shorts = new short[length];
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) CounterRandom.at(5, i);
            shorts[i] = (short) CounterRandom.at(5, i);
            floats[i] = (float) (3 * CounterRandom.uniformAt(5, i) - 1);
        }
        return switch (depth) {
            case EIGHT_BIT -> Image.of(size, channels, bytes);
            case SIXTEEN_BIT -> Image.of(size, channels, shorts);
            case FLOAT -> Image.of(size, channels, floats);
        };
    }
}
