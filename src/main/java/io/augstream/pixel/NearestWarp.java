package io.augstream.pixel;

/** Draws parts of rows as a {@link Warp} does, but takes each pixel as it is from the place ⌊x + ½⌋, ⌊y + ½⌋. */
public final class NearestWarp {
    private final Raster source;
    private final Edge edge;
    private final int[] fill;

    /** @param fill the level outside for each channel, each 0..255, for {@link Edge#CONSTANT} */
    public NearestWarp(Raster source, Edge edge, int[] fill) {
        this.source = source;
        this.edge = edge;
        this.fill = fill;
    }

    /** As {@link Warp#row} tells. */
    public void row(double x, double y, double right, double down, int count, byte[] samples, int to) {
        byte[] levels = source.samples();
        int channels = source.channels();
        int width = source.width();
        int height = source.height();
        int at = to;
        for (int i = 0; i < count; i++) {
            int column = edge.index((int) Math.floor(x + i * right + 0.5), width);
            int row = edge.index((int) Math.floor(y + i * down + 0.5), height);
            boolean inside = (column | row) >= 0;
            int pixel = (row * width + column) * channels;
            for (int channel = 0; channel < channels; channel++) {
                samples[at++] = inside ? levels[pixel + channel] : (byte) fill[channel];
            }
        }
    }
}
