package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import io.augstream.targets.Course;
import io.augstream.targets.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moves in a row as one look at the source. */
class WarpingTest {
    private static final int CHAINS = 1000;

    /** So near to half-way between two pixels either may be the nearest. */
    private static final double TIE = 1e-7;

    /** A move with what a test has to know of it. */
    private record Move(Operation operation, AffineMap map, ImageSize source, Border border, int fill) {}

    private static final Interpolation LINEAR = Interpolation.BILINEAR;

    /** Up to four moves of all kinds and borders, in which frames cut and borders show, on pictures of 1 x 1 up. */
    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void everyPixelIsThatOfTheExactChain(Interpolation kind) {
        CounterRandom random = new CounterRandom(71);
        int compared = 0;
        long ties = 0;
        long samples = 0;
        for (int i = 0; i < CHAINS; i++) {
            Image source = noise(new ImageSize(side(random), side(random)), 1 + 2 * random.nextInt(2), i);
            List<Move> moves = moves(random, source.size(), 1 + random.nextInt(4), kind, false);
            Warping warping = joined(moves, source.channels());
            boolean mirrorsFirst = Math.abs(moves.get(0).map.xx()) == 1;
            if (kind == Interpolation.BICUBIC && mirrorsFirst) {
                // A cubic beside a mirrored picture sees two pixels of its border: so it is drawn, and not by seen().
                continue;
            }
            compared++;
            Image drawn = Pictures.image(warping.rows(source, new Scratch()));
            Image deep = warping.image(source.at(Depth.SIXTEEN_BIT));
            for (int p = 0; p < drawn.length(); p++) {
                int c = p % drawn.channels();
                int x = p / drawn.channels() % drawn.width();
                int y = p / drawn.channels() / drawn.width();
                double exact = seen(moves, moves.size(), x, y, source, c, kind);
                samples++;
                if (isTie(exact, moves, x, y, source, c, kind)) {
                    ties++;
                    continue;
                }
                assertEquals(exact, drawn.sample(x, y, c), 0.52, () -> "(" + x + ", " + y + ") of " + moves);
                assertEquals(exact, deep.level(p), 0.502 / 257, () -> "(" + x + ", " + y + "), 16 bits, of " + moves);
            }
        }
        assertTrue(compared > CHAINS / 2, compared + " of " + CHAINS + " chains");
        assertTrue(ties < samples / 20, ties + " of " + samples + " at a tie");
    }

    /**
     * A mask's one look-up gives the label that the exact chain shows, whatever the number of moves. A walk from stage to stage rounds at
     * each, and so comes less near to it ({@code CourseWalkTest}).
     */
    @Test
    void everyLabelIsThatOfTheExactChain() {
        CounterRandom random = new CounterRandom(73);
        long ties = 0;
        long labels = 0;
        for (int i = 0; i < 2000; i++) {
            Image mask = noise(new ImageSize(side(random), side(random)), 1, i);
            List<Move> moves = new ArrayList<>();
            for (Move move : moves(random, mask.size(), 1 + random.nextInt(5), Interpolation.NEAREST, false)) {
                // Whatever a stage fills pictures with, masks have 0 there.
                moves.add(new Move(move.operation, move.map, move.source, move.border, 0));
            }
            List<Movement> movements = moves.stream()
                    .map(move -> move.operation.movement(move.source).orElseThrow())
                    .toList();
            Image moved = new Course(mask.size(), movements)
                    .move(Targets.NONE.withMask(mask))
                    .mask()
                    .orElseThrow();
            // Some 400 of each.
            for (int p = 0; p < moved.length(); p += 1 + moved.length() / 400) {
                int x = p % moved.width();
                int y = p / moved.width();
                double exact = seen(moves, moves.size(), x, y, mask, 0, Interpolation.NEAREST);
                labels++;
                if (isTie(exact, moves, x, y, mask, 0, Interpolation.NEAREST)) {
                    ties++;
                } else {
                    assertEquals(exact, moved.sample(x, y, 0), "(" + x + ", " + y + ") of " + moves);
                }
            }
        }
        assertTrue(ties < labels / 20, ties + " of " + labels + " at a tie");
    }

    /** Whether something else is seen next to a place, in one of four directions: then either is right. */
    private static boolean isTie(
            double exact, List<Move> moves, int x, int y, Image source, int channel, Interpolation kind) {
        for (int i = 0; i < 4; i++) {
            double nextX = x + (i % 2 == 0 ? TIE : -TIE);
            double nextY = y + (i < 2 ? TIE : -TIE);
            double next = seen(moves, moves.size(), nextX, nextY, source, channel, kind);
            if (!(Math.abs(next - exact) <= 0.1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the picture after {@code count} moves shows at a place, unrounded: between its pixels what the map sees there, and
     * beside it what its border says, in the words of {@link Border}.
     */
    private static double seen(
            List<Move> moves, int count, double x, double y, Image source, int channel, Interpolation kind) {
        if (count == 0) {
            throw new IllegalArgumentException("the source is seen through a move");
        }
        Move move = moves.get(count - 1);
        double column = move.map.column(0, 0) + move.map.xx() * x + move.map.xy() * y;
        double row = move.map.row(0, 0) + move.map.yx() * x + move.map.yy() * y;
        if (count == 1) {
            return ofSource(move, column, row, source, channel, kind);
        }
        int width = move.source.width();
        int height = move.source.height();
        if (move.border == Border.CONSTANT) {
            double share = kind == Interpolation.NEAREST
                    ? step(column, width) * step(row, height)
                    : tent(column, width) * tent(row, height);
            double x1 = kind == Interpolation.NEAREST ? column : Math.max(0, Math.min(width - 1, column));
            double y1 = kind == Interpolation.NEAREST ? row : Math.max(0, Math.min(height - 1, row));
            double inner = share == 0 ? 0 : seen(moves, count - 1, x1, y1, source, channel, kind);
            return share * inner + (1 - share) * move.fill;
        }
        if (kind == Interpolation.NEAREST) {
            double inside = step(column, width) * step(row, height);
            double x1 = step(column, width) == 1 ? column : besidePixels(move.border, column, width);
            double y1 = step(row, height) == 1 ? row : besidePixels(move.border, row, height);
            return Double.isNaN(inside) ? inside : seen(moves, count - 1, x1, y1, source, channel, kind);
        }
        if (move.border == Border.WRAP) {
            double x1 = column - width * Math.floor(column / width);
            double y1 = row - height * Math.floor(row / height);
            double sum = 0;
            for (double[] across : ends(x1, width)) {
                for (double[] along : ends(y1, height)) {
                    double share = across[1] * along[1];
                    sum += share == 0 ? 0 : share * seen(moves, count - 1, across[0], along[0], source, channel, kind);
                }
            }
            return sum;
        }
        return seen(
                moves,
                count - 1,
                beside(move.border, column, width),
                beside(move.border, row, height),
                source,
                channel,
                kind);
    }

    /** The places that are blended at one of a ring, and their shares. */
    private static double[][] ends(double place, int length) {
        double behind = Math.max(0, place - (length - 1));
        return new double[][] {{Math.min(place, length - 1), 1 - behind}, {0, behind}};
    }

    /** Whether it is of the line; on the very end of it that is neither right nor wrong. */
    private static double step(double place, int length) {
        if (Math.abs(place + 0.5) < TIE || Math.abs(place - length + 0.5) < TIE) {
            return Double.NaN;
        }
        return place >= -0.5 && place < length - 0.5 ? 1 : 0;
    }

    private static double tent(double place, int length) {
        return Math.max(0, Math.min(1, Math.min(place + 1, length - place)));
    }

    /** By going there from outside, where nothing blends and a picture ends with its pixels. */
    private static double besidePixels(Border border, double place, int length) {
        double at = place;
        while (border == Border.SYMMETRIC && (at < -0.5 || at > length - 0.5)) {
            at = at < -0.5 ? -1 - at : 2 * length - 1 - at;
        }
        while (border == Border.WRAP && (at < -0.5 || at >= length - 0.5)) {
            at += at < -0.5 ? length : -length;
        }
        return border == Border.SYMMETRIC || border == Border.WRAP ? at : beside(border, place, length);
    }

    /** By going there from outside, fold by fold. */
    private static double beside(Border border, double place, int length) {
        double at = place;
        double end = length - 1;
        switch (border) {
            case REPLICATE -> at = Math.max(0, Math.min(end, at));
            case REFLECT101 -> {
                while (end > 0 && (at < 0 || at > end)) {
                    at = at < 0 ? -at : 2 * end - at;
                }
                at = end == 0 ? 0 : at;
            }
            case SYMMETRIC -> {
                while (at < -0.5 || at > end + 0.5) {
                    at = at < -0.5 ? -1 - at : 2 * end + 1 - at;
                }
                at = Math.max(0, Math.min(end, at));
            }
            default -> throw new AssertionError(border);
        }
        return at;
    }

    private static double ofSource(Move move, double x, double y, Image source, int channel, Interpolation kind) {
        int reach = kind == Interpolation.BICUBIC ? 2 : 1;
        double sum = 0;
        for (int row = (int) Math.floor(y) - reach; row <= y + reach + 1; row++) {
            for (int column = (int) Math.floor(x) - reach; column <= x + reach + 1; column++) {
                double share = weight(kind, x - column) * weight(kind, y - row);
                sum += share == 0 ? 0 : share * pixel(move, column, row, source, channel);
            }
        }
        // A cubic overshoots, and a picture is clipped before its frame fades.
        return Math.max(0, Math.min(255, sum));
    }

    /** Of a pixel at this distance. */
    private static double weight(Interpolation kind, double distance) {
        double d = Math.abs(distance);
        return switch (kind) {
            case NEAREST -> distance >= -0.5 && distance < 0.5 ? 1 : 0;
            case BILINEAR -> Math.max(0, 1 - d);
            case BICUBIC ->
                d <= 1 ? 1 - 2.25 * d * d + 1.25 * d * d * d : d < 2 ? 3 - 6 * d + 3.75 * d * d - 0.75 * d * d * d : 0;
        };
    }

    private static int pixel(Move move, int x, int y, Image source, int channel) {
        int column = move.border.index(x, source.width());
        int row = move.border.index(y, source.height());
        return column < 0 || row < 0 ? move.fill : source.sample(column, row, channel);
    }

    /**
     * On smooth pictures the joined moves differ from one after the other by what interpolating twice takes away: in the mean
     * by less than a level, and anywhere by no more than the picture in between differs between neighbouring pixels.
     */
    @Test
    void oneLookIsNeverFurtherFromTwoThanInterpolatingTwiceExplains() {
        CounterRandom random = new CounterRandom(72);
        double sum = 0;
        long count = 0;
        for (int i = 0; i < 400; i++) {
            Image source = smooth(new ImageSize(30 + random.nextInt(40), 30 + random.nextInt(40)), i);
            List<Move> moves = moves(random, source.size(), 2, LINEAR, true);
            Image once = Pictures.image(joined(moves, 1).rows(source, new Scratch()));
            Image between = moves.get(0).operation.apply(source);
            Image twice = moves.get(1).operation.apply(between);
            for (int y = 0; y < once.height(); y++) {
                for (int x = 0; x < once.width(); x++) {
                    int distance = Math.abs(once.sample(x, y, 0) - twice.sample(x, y, 0));
                    int explained = 3 + spread(between, moves.get(1), x, y);
                    assertTrue(distance <= explained, distance + " at (" + x + ", " + y + ") of " + moves);
                    sum += distance;
                    count++;
                }
            }
        }
        assertTrue(count > 100_000, count + " pixels");
        assertTrue(sum / count < 0.5, "mean distance " + sum / count);
    }

    /** The range of the 4 x 4 pixels, fill among them, around the place that a pixel of the second move sees. */
    private static int spread(Image between, Move move, int x, int y) {
        int left = (int) Math.floor(move.map.column(x, y)) - 1;
        int top = (int) Math.floor(move.map.row(x, y)) - 1;
        int low = 255;
        int high = 0;
        for (int row = top; row < top + 4; row++) {
            for (int column = left; column < left + 4; column++) {
                int level = pixel(move, column, row, between, 0);
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
        }
        return high - low;
    }

    /** A turn's fill is cut off and comes back as the shift's own. */
    @Test
    void aFillIsStillFillAfterALaterShift() {
        ImageSize size = ImageSize.square(20);
        byte[] white = new byte[400];
        java.util.Arrays.fill(white, (byte) 255);
        Image source = Image.of(size, 1, white);
        List<Operation> operations = List.of(
                new Rotate(45, Interpolation.BILINEAR, Border.CONSTANT, new Fill(List.of(50)), false),
                new Shift(5, 0, Border.CONSTANT, new Fill(List.of(90))),
                new Shift(-8, 0, Border.CONSTANT, new Fill(List.of(120))));
        Optional<Warping> all = Optional.empty();
        for (Operation operation : operations) {
            Optional<Warping> next = operation.warping(size, 1);
            all = all.isEmpty() ? next : all.flatMap(before -> before.then(next.orElseThrow()));
        }
        Image moved = Pictures.image(all.orElseThrow().rows(source, new Scratch()));
        for (int y = 0; y < 20; y++) {
            Image turned = operations.get(0).apply(source);
            for (int x = 0; x < 20; x++) {
                // Of the turned picture, columns 3 to 14 are left, at 0 to 11.
                int expected = x < 12 ? turned.sample(x + 3, y, 0) : 120;
                assertEquals(expected, moved.sample(x, y, 0), "(" + x + ", " + y + ")");
            }
        }
        assertEquals(50, moved.sample(0, 0, 0));
    }

    private static Warping joined(List<Move> moves, int channels) {
        Optional<Warping> all = moves.get(0).operation.warping(moves.get(0).source, channels);
        for (Move move : moves.subList(1, moves.size())) {
            Warping next = move.operation.warping(move.source, channels).orElseThrow();
            all = all.flatMap(before -> before.then(next));
        }
        return all.orElseThrow();
    }

    private static List<Move> moves(
            CounterRandom random, ImageSize source, int count, Interpolation kind, boolean gentle) {
        List<Move> moves = new ArrayList<>();
        ImageSize size = source;
        for (int i = 0; i < count; i++) {
            Move move = move(random, size, kind, gentle);
            moves.add(move);
            size = move.operation.resultSize(size);
        }
        return moves;
    }

    private static Move move(CounterRandom random, ImageSize size, Interpolation kind, boolean gentle) {
        Border border = Border.values()[random.nextInt(5)];
        int level = random.nextInt(256);
        Fill fill = new Fill(List.of(level));
        double degrees = random.nextInt(4) == 0 ? 90 * random.nextInt(4) : random.nextDouble() * 360 - 180;
        switch (random.nextInt(6)) {
            case 0 -> {
                boolean expand = random.nextBoolean();
                Rotate rotate = new Rotate(degrees, kind, border, fill, expand);
                ImageSize result = rotate.resultSize(size);
                return new Move(rotate, AffineMap.turned(size, result, Turn.of(degrees), 1, 1), size, border, level);
            }
            case 1 -> {
                Axis axis = random.nextBoolean() ? Axis.HORIZONTAL : Axis.VERTICAL;
                boolean across = axis == Axis.HORIZONTAL;
                double x = (size.width() - 1) / 2.0;
                double y = (size.height() - 1) / 2.0;
                AffineMap map = new AffineMap(x, y, x, y, across ? -1 : 1, 0, 0, across ? 1 : -1);
                return new Move(new Mirror(axis), map, size, Border.CONSTANT, 0);
            }
            case 2 -> {
                int left = random.nextInt(9) - 4;
                int top = random.nextInt(9) - 4;
                ImageSize window = new ImageSize(side(random), side(random));
                return new Move(
                        new Crop(left, top, window, border, fill), AffineMap.window(left, top), size, border, level);
            }
            case 3 -> {
                RotateAndCrop crop =
                        new RotateAndCrop(degrees, gentle ? size : ImageSize.square(side(random)), true, kind);
                InscribedRectangle kept = crop.kept(size);
                ImageSize result = crop.size();
                AffineMap map = AffineMap.turned(
                        size, result, Turn.of(degrees), kept.width() / result.width(), kept.height() / result.height());
                return new Move(crop, map, size, Border.REPLICATE, 0);
            }
            default -> {
                double scale = gentle ? 0.8 + random.nextDouble() : 0.3 + 3 * random.nextDouble();
                double right = random.nextDouble() * 10 - 5;
                double down = random.nextDouble() * 10 - 5;
                Affine affine = new Affine(degrees, 0, 0, scale, 1, right, down, kind, border, fill);
                double radians = Math.toRadians(degrees);
                double x = (size.width() - 1) / 2.0;
                double y = (size.height() - 1) / 2.0;
                double cos = Math.cos(radians) / scale;
                double sin = Math.sin(radians) / scale;
                AffineMap map = new AffineMap(x, y, x + right, y + down, cos, -sin, sin, cos);
                return new Move(affine, map, size, border, level);
            }
        }
    }

    private static int side(CounterRandom random) {
        return 1 + random.nextInt(random.nextInt(6) == 0 ? 300 : 40);
    }

    private static Image noise(ImageSize size, int channels, int key) {
        byte[] samples = new byte[size.width() * size.height() * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(key, i);
        }
        return Image.of(size, channels, samples);
    }

    /** One wave in 30 pixels either way: neighbours differ by up to 15 levels, and their differences by 2. */
    private static Image smooth(ImageSize size, int key) {
        byte[] samples = new byte[size.width() * size.height()];
        double phase = 6 * CounterRandom.uniformAt(key, 0);
        for (int i = 0; i < samples.length; i++) {
            int x = i % size.width();
            int y = i / size.width();
            samples[i] = (byte) Math.round(127 + 60 * Math.sin(x / 4.8 + phase) + 60 * Math.cos(y / 4.8 - phase));
        }
        return Image.of(size, 1, samples);
    }
}
