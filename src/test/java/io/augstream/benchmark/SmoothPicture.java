package io.augstream.benchmark;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Border;
import io.augstream.operation.GaussianBlur;
import io.augstream.random.CounterRandom;

/** The picture that the peers' script draws: noise through a Gaussian of 7 x 7, in RGB. */
final class SmoothPicture {
    private SmoothPicture() {}

    static Image of(int size) {
        byte[] samples = new byte[size * size * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(0, i);
        }
        Image noise = Image.of(ImageSize.square(size), 3, samples);
        return new GaussianBlur(2, 7, Border.REFLECT101).apply(noise);
    }
}
