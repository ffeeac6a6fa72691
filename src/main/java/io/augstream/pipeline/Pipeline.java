package io.augstream.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.BufferedImages;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Movement;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.targets.Course;
import io.augstream.targets.Targets;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A list of stages that change an image one after the other.
 *
 * <p>Unchanging and safe to share between threads. What happens to an image depends on its {@link DrawKey} and size, and
 * for each stage on the stage's own name and settings: adding, removing or reordering other stages leaves its random
 * numbers as they are. Stages may hold stages ({@link Combinator}).
 */
@CheckReturnValue
public final class Pipeline {
    private static final String STAGES = "stages";

    private final List<Stage> stages;

    /** Counts the calls that bring no key. */
    private final AtomicLong calls = new AtomicLong();

    private Pipeline(List<Stage> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * Reads a pipeline file, which may hold nothing but {@code stages}.
     *
     * @throws SettingsException if the file cannot be read, has no {@code stages}, or one of them is wrong; the message
     *     says file, line, what is wrong and what is allowed
     */
    public static Pipeline load(Path file) {
        Settings settings = Settings.read(file);
        Section root = settings.root();
        if (root.find(STAGES).isEmpty()) {
            SettingsException missing = root.missing(STAGES, "");
            throw new SettingsException(missing.getMessage() + "; write 'stages: []' for none", missing);
        }
        return from(settings);
    }

    /**
     * Binds the {@code stages} of {@code settings}; none where the key is absent. Other keys are other packages'.
     *
     * @throws SettingsException if a stage is wrong
     */
    public static Pipeline from(Settings settings) {
        return new Pipeline(settings.root().find(STAGES).map(StageList::bind).orElse(List.of()));
    }

    /** @throws IllegalArgumentException if two stages have one name */
    public static Pipeline of(List<Stage> stages) {
        return new Pipeline(StageList.distinct(stages));
    }

    /** The pipeline without stages: every image stays as it is. */
    public static Pipeline none() {
        return new Pipeline(List.of());
    }

    /** In the order in which they change the image. */
    public List<Stage> stages() {
        return stages;
    }

    /**
     * The stage {@code name} alone, with all that it holds and with the draws that it has among the others.
     *
     * @throws IllegalArgumentException if no stage has this name
     */
    public Pipeline only(String name) {
        List<Stage> alone =
                stages.stream().filter(stage -> stage.name().equals(name)).toList();
        if (alone.isEmpty()) {
            throw new IllegalArgumentException("no stage is called '" + name + "'; there are "
                    + stages.stream().map(Stage::name).toList());
        }
        return new Pipeline(alone);
    }

    /**
     * What happens to an image of {@code size}: a draw for each single stage that has its turn, in order, each for the size
     * that the image then has. A stage in a combinator goes by its path, as {@code one_of/rotate}, and has no draw where it is
     * not chosen.
     *
     * @throws SettingsException if a stage does not fit the size, as {@link Stage#draw} tells
     */
    public List<Draw> draw(ImageSize size, DrawKey key) {
        return StageList.draw(stages, size, key, "");
    }

    /**
     * Draws and applies; the image itself where nothing changes.
     *
     * @throws SettingsException if a stage does not fit the image, as {@link Draw#apply} tells
     */
    public Image apply(Image image, DrawKey key) {
        return apply(draw(image.size(), key), image);
    }

    /**
     * As {@link #apply(Image, DrawKey)}, and what belongs to the image moves with it.
     *
     * @throws IllegalArgumentException if the mask is of another size than the image, or a box or a point lies outside of it
     */
    public Augmented apply(Image image, Targets targets, DrawKey key) {
        return apply(draw(image.size(), key), image, targets);
    }

    /**
     * The image of {@link #apply(Image, DrawKey)} row by row, without an image in between where that can be done.
     *
     * @param image with 8 bits; rows are of bytes, and {@link #apply(Image, DrawKey)} takes every depth
     * @param scratch of the calling thread, which nothing else is using until the last row was taken
     * @throws SettingsException if a stage does not fit the image, as {@link Draw#apply} tells
     */
    public Rows rows(Image image, DrawKey key, Scratch scratch) {
        return Pass.rows(draw(image.size(), key), image, scratch);
    }

    /** As {@link #apply(Image, DrawKey)}; the image may be of any type, gray stays gray, and alpha and depth are kept. */
    public BufferedImage apply(BufferedImage image, DrawKey key) {
        return BufferedImages.toBufferedImage(apply(BufferedImages.toImage(image), key));
    }

    /**
     * Draws anew at each call: seed 0, epoch 0, and the call's number as the sample. Alone in one thread this repeats from
     * run to run; where threads share a pipeline the order of their calls decides who gets which draw, and whoever needs
     * to repeat gives a key.
     */
    public BufferedImage apply(BufferedImage image) {
        return apply(image, new DrawKey(0, 0, "call/" + calls.getAndIncrement()));
    }

    /** Applies what was drawn, in order: replays what a manifest tells. */
    public static Image apply(List<Draw> draws, Image image) {
        return image.depth() == Depth.EIGHT_BIT ? Pass.image(draws, image) : stageByStage(draws, image);
    }

    /** Of deeper pictures than a {@link Pass} takes, exactness is wanted and not speed. */
    private static Image stageByStage(List<Draw> draws, Image image) {
        Image changed = image;
        for (Draw draw : draws) {
            changed = draw.apply(changed);
        }
        return changed;
    }

    /** As {@link #apply(List, Image)}, and what belongs to the image moves with it. */
    public static Augmented apply(List<Draw> draws, Image image, Targets targets) {
        List<Movement> movements = new ArrayList<>();
        ImageSize size = image.size();
        for (Draw draw : draws) {
            ImageSize current = size;
            draw.guarded(() -> draw.operation().movement(current)).ifPresent(movements::add);
            size = draw.resultSize(size);
        }
        Targets moved = new Course(image.size(), movements).move(targets);
        return new Augmented(apply(draws, image), moved);
    }
}
