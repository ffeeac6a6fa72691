package io.augstream.pixel;

import io.augstream.random.CounterRandom;

/** A source of noise, and a map of any turn and scale onto an output of any size. */
record WarpCase(Raster source, Edge edge, int[] fill, int width, int height, double x, double y, double xx, double yx) {
    static WarpCase any(CounterRandom random) {
        int[] channelCounts = {1, 3, 4};
        int channels = channelCounts[random.nextInt(3)];
        int sourceWidth = anySide(random);
        int sourceHeight = 1 + random.nextInt(40);
        byte[] samples = new byte[sourceWidth * sourceHeight * channels];
        random.nextBytes(samples);
        int[] fill = random.ints(channels, 0, 256).toArray();
        Edge edge = Edge.values()[random.nextInt(5)];
        double scale = random.nextInt(3) == 0 ? 1 : Math.exp(random.nextDouble() * 6 - 3);
        double radians = random.nextInt(3) == 0 ? Math.PI / 2 * random.nextInt(4) : random.nextDouble() * 7;
        double xx = Math.cos(radians) * scale;
        double yx = Math.sin(radians) * scale;
        int width = anySide(random);
        int height = 1 + random.nextInt(30);
        // The outputs' centre looks at some place in the source or near it.
        double x = random.nextDouble() * 1.5 * sourceWidth - xx * width / 2 + yx * height / 2;
        double y = random.nextDouble() * 1.5 * sourceHeight - yx * width / 2 - xx * height / 2;
        Raster source = new Raster(samples, sourceWidth, sourceHeight, channels);
        return new WarpCase(source, edge, fill, width, height, x, y, xx, yx);
    }

    private static int anySide(CounterRandom random) {
        return 1 + random.nextInt(random.nextInt(8) == 0 ? 700 : 50);
    }

    byte[] draw(WarpLoops loops) {
        Warp warp = new Warp(source, edge, fill, new WarpScratch(width), loops);
        byte[] samples = new byte[width * height * source.channels()];
        for (int row = 0; row < height; row++) {
            warp.row(column(0, row), row(0, row), xx, yx, width, samples, row * width * source.channels());
        }
        return samples;
    }

    /** The same, unrounded, in doubles: the mean of four neighbours weighed by their areas. */
    double exact(int outputX, int outputY, int channel) {
        double column = column(outputX, outputY);
        double row = row(outputX, outputY);
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        double right = column - left;
        double below = row - top;
        return (1 - right) * (1 - below) * level(left, top, channel)
                + right * (1 - below) * level(left + 1, top, channel)
                + (1 - right) * below * level(left, top + 1, channel)
                + right * below * level(left + 1, top + 1, channel);
    }

    private double column(int outputX, int outputY) {
        return x + xx * outputX - yx * outputY;
    }

    private double row(int outputX, int outputY) {
        return y + yx * outputX + xx * outputY;
    }

    private int level(int column, int row, int channel) {
        int seenColumn = seen(column, source.width());
        int seenRow = seen(row, source.height());
        return seenColumn < 0 || seenRow < 0
                ? fill[channel]
                : source.samples()[(seenRow * source.width() + seenColumn) * source.channels() + channel] & 0xff;
    }

    /** By walking there from inside, a pixel at a time, as a ball that the edges turn back. */
    private int seen(int index, int length) {
        boolean inside = index >= 0 && index < length;
        return switch (edge) {
            case CONSTANT -> inside ? index : -1;
            case REPLICATE -> Math.max(0, Math.min(length - 1, index));
            case WRAP -> ((index % length) + length) % length;
            case REFLECT101 -> length == 1 ? 0 : walk(index, length, 1);
            case SYMMETRIC -> walk(index, length, 0);
        };
    }

    private static int walk(int index, int length, int shared) {
        int at = index;
        while (at < 0 || at >= length) {
            at = at < 0 ? -at - 1 + shared : 2 * length - 1 - shared - at;
        }
        return at;
    }

    @Override
    public String toString() {
        return source.width() + " x " + source.height() + " x " + source.channels() + " by " + edge + " to " + width
                + " x " + height + " from (" + x + ", " + y + ") in steps of (" + xx + ", " + yx + ")";
    }
}
