package io.augstream.pipeline;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Pictures;
import io.augstream.operation.Unchanged;
import io.augstream.operation.Warping;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image on its way through its draws. Each row passes all stages that can take it while it is in the cache; a stage that needs the
 * whole of an image gets it, and rows go on behind it. Draws that move pixels along straight lines become one. None of this shows in
 * the result but for what it is not: interpolated twice. Rows are of bytes; images of other depths go whole from stage to stage.
 */
final class Pass {
    private final Scratch scratch;
    private Image whole;
    private @Nullable Rows rows;
    private @Nullable Warping warping;
    private final List<Draw> warped = new ArrayList<>();

    private Pass(Image image, Scratch scratch) {
        this.scratch = scratch;
        whole = image;
    }

    /**
     * The image as the draws change it, as rows.
     *
     * @param scratch of the calling thread, nothing of which is in use; in use until the last row was taken
     */
    static Rows rows(List<Draw> draws, Image image, Scratch scratch) {
        scratch.clear();
        Pass pass = new Pass(image, scratch);
        draws.forEach(pass::take);
        pass.warp();
        return pass.rows();
    }

    /** The image as the draws change it; the image itself where nothing changes. */
    static Image image(List<Draw> draws, Image image) {
        Pass pass = new Pass(image, new Scratch());
        draws.forEach(pass::take);
        pass.warp();
        return pass.rows == null ? pass.whole : Pictures.image(pass.rows);
    }

    private void take(Draw draw) {
        if (draw.operation() instanceof Unchanged) {
            return;
        }
        Optional<Warping> next = draw.guarded(() -> draw.operation().warping(size(), channels()));
        if (next.isEmpty()) {
            warp();
            change(draw);
            return;
        }
        Optional<Warping> both = Optional.ofNullable(warping).flatMap(first -> first.then(next.get()));
        if (both.isEmpty()) {
            warp();
        }
        warping = both.orElseGet(next::get);
        warped.add(draw);
    }

    /** Takes the draws whose maps have been joined. */
    private void warp() {
        Warping joined = warping;
        if (joined == null) {
            return;
        }
        warping = null;
        boolean alone = warped.size() == 1;
        if (isDeep()) {
            whole = alone ? warped.get(0).apply(whole) : joined.image(whole);
        } else {
            // A mirror alone does not need the whole of an image.
            Optional<Rows> own = alone ? ownRows(warped.get(0)) : Optional.empty();
            rows = own.orElseGet(() -> joined.rows(whole(), scratch));
        }
        warped.clear();
    }

    private void change(Draw draw) {
        if (isDeep()) {
            whole = draw.apply(whole);
            return;
        }
        Optional<Rows> changed = ownRows(draw);
        rows = changed.orElseGet(() -> draw.guarded(() -> draw.operation().rowsOf(whole(), scratch)));
    }

    private Optional<Rows> ownRows(Draw draw) {
        return draw.guarded(() -> draw.operation().rows(rows(), scratch));
    }

    private boolean isDeep() {
        return whole.depth() != Depth.EIGHT_BIT;
    }

    private ImageSize size() {
        return warping != null ? warping.result() : rows == null ? whole.size() : Pictures.size(rows);
    }

    private int channels() {
        return rows == null ? whole.channels() : rows.channels();
    }

    private Rows rows() {
        return rows == null ? Pictures.rows(whole) : rows;
    }

    private Image whole() {
        Rows made = rows;
        if (made != null) {
            whole = Pictures.image(made, scratch.bytes(made.width() * made.height() * made.channels()));
            rows = null;
        }
        return whole;
    }
}
