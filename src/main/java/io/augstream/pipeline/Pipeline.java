package io.augstream.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.augstream.image.BufferedImages;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Movement;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import io.augstream.targets.Course;
import io.augstream.targets.Targets;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

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

    /** Nothing where the stages were made in code. */
    private final Optional<Written> written;

    /** Counts the calls that bring no key. */
    private final AtomicLong calls = new AtomicLong();

    private Pipeline(List<Stage> stages, Optional<Written> written) {
        this.stages = List.copyOf(stages);
        this.written = written;
    }

    /**
     * Reads a pipeline file, which may hold nothing but {@code stages}.
     *
     * @throws SettingsException if the file cannot be read, has no {@code stages}, or one of them is wrong; the message
     *     says file, line, what is wrong and what is allowed
     */
    public static Pipeline load(Path file) {
        return required(Settings.read(file));
    }

    /**
     * As {@link #load}, of the text of a pipeline file. With {@link #yaml} it is how a pipeline travels: a job ships the text to
     * its workers, and each makes the pipeline of it.
     *
     * @throws SettingsException as there; the message calls the text "pipeline"
     */
    public static Pipeline parse(String yaml) {
        return required(Settings.parse(yaml, "pipeline", Path.of("")));
    }

    private static Pipeline required(Settings settings) {
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
        Optional<Value> list = settings.root().find(STAGES);
        List<Stage> stages = list.map(StageList::bind).orElse(List.of());
        return new Pipeline(
                stages, Optional.of(list.map(value -> Written.of(value, stages)).orElse(Written.NOTHING)));
    }

    /** @throws IllegalArgumentException if two stages have one name */
    public static Pipeline of(List<Stage> stages) {
        return new Pipeline(StageList.distinct(stages), Optional.empty());
    }

    /** The pipeline without stages: every image stays as it is. */
    public static Pipeline none() {
        return new Pipeline(List.of(), Optional.of(Written.NOTHING));
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
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().equals(name)) {
                int index = i;
                return new Pipeline(List.of(stages.get(i)), written.map(all -> all.only(index)));
            }
        }
        throw new IllegalArgumentException("no stage is called '" + name + "'; there are "
                + stages.stream().map(Stage::name).toList());
    }

    /**
     * The stages as a pipeline file, of which {@link #parse} makes a pipeline that draws and does the same: what was read, with the
     * overrides that changed it, without comments and without the sections of other packages.
     *
     * @throws IllegalStateException if the stages were made in code, by {@link #of}: they have no text
     */
    public String yaml() {
        return Settings.yaml(
                Map.of(
                        STAGES,
                        written.map(Written::plain)
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "a pipeline of stages that were made in code has no text; write them in YAML and parse that"))));
    }

    /**
     * What happens to an image of {@code size}: a draw for each single stage that has its turn, in order, each for the size
     * that the image then has. A stage in a combinator goes by its path, as {@code one_of/rotate}, and has no draw where it is
     * not chosen.
     *
     * @throws SettingsException if a stage does not fit the size, as {@link Stage#draw} tells
     */
    public List<Draw> draw(ImageSize size, DrawKey key) {
        return located(key, () -> StageList.draw(stages, size, key, ""));
    }

    /**
     * Checks fills, and nothing else, before anything is drawn: refuses an image whose channels are not as many as the levels of a fill
     * that some draw would bring. So a long job ends at its first such image, and not at the first for which, of many operations, one
     * with the fill is drawn.
     *
     * @param sample the image's id, for the error
     * @throws SettingsException if a fill of a stage that may be drawn does not fit
     */
    public void requireFittingFills(Image image, String sample) {
        written.orElse(Written.NOTHING).located(sample, () -> FillCheck.require(stages, image, ""));
    }

    private <T> T located(DrawKey key, Supplier<T> step) {
        return written.orElse(Written.NOTHING).located(key.sample(), step);
    }

    /**
     * Draws and applies; the image itself where nothing changes.
     *
     * @throws SettingsException if a stage does not fit the image, as {@link Draw#apply} tells
     */
    public Image apply(Image image, DrawKey key) {
        List<Draw> draws = draw(image.size(), key);
        return located(key, () -> apply(draws, image));
    }

    /**
     * As {@link #apply(Image, DrawKey)}, and what belongs to the image moves with it.
     *
     * @throws IllegalArgumentException if the mask is of another size than the image, or a box or a point lies outside of it
     */
    public Augmented apply(Image image, Targets targets, DrawKey key) {
        List<Draw> draws = draw(image.size(), key);
        return located(key, () -> apply(draws, image, targets));
    }

    /**
     * The second half of {@link #apply(Image, DrawKey)}, for those who keep what was drawn.
     *
     * @param draws that {@link #draw} gave for the image's size and {@code key}
     * @throws SettingsException as there
     */
    public Image apply(List<Draw> draws, Image image, DrawKey key) {
        return located(key, () -> apply(draws, image));
    }

    /** As {@link #apply(List, Image, DrawKey)}, and what belongs to the image moves with it. */
    public Augmented apply(List<Draw> draws, Image image, Targets targets, DrawKey key) {
        return located(key, () -> apply(draws, image, targets));
    }

    /**
     * The image of {@link #apply(Image, DrawKey)} row by row, without an image in between where that can be done.
     *
     * @param image with 8 bits; rows are of bytes, and {@link #apply(Image, DrawKey)} takes every depth
     * @param scratch of the calling thread, which nothing else is using until the last row was taken
     * @throws SettingsException if a stage does not fit the image, as {@link Draw#apply} tells
     */
    public Rows rows(Image image, DrawKey key, Scratch scratch) {
        List<Draw> draws = draw(image.size(), key);
        return located(key, () -> Pass.rows(draws, image, scratch));
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
        return Pass.image(draws, image);
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
