package io.augstream.pipeline;

import com.sun.management.ThreadMXBean;
import io.augstream.dataset.Normalisation;
import io.augstream.image.Image;
import io.augstream.pixel.Scratch;
import io.augstream.settings.Settings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints which stages allocate a picture for an image on its way into a batch: of pictures of 120,000 bytes more than a quarter, once
 * warm. Less is for settings, tables of levels, and what the JDK does inside ({@code StrictMath.pow} 100 bytes a level, {@code sin} 32 on
 * Java 25, ImageIO 400 a row). {@link AllocationTest} starts it.
 */
final class PicturesAllocated {
    private static final int PICTURE = 120_000;

    /** Some of which apply by chance, or give pictures whose size differs from image to image. */
    private static final List<String> IN_A_ROW = List.of(
            "rotate_and_crop: {degrees: [-20, 20]} | mirror: {p: 0.5} | smooth: {sigma: 1.1} | noise: {std: 0.1}"
                    + " | rotate: {degrees: [-20, 20]}",
            "rotate: {degrees: [-90, 90]} | shift: {pixels: 9} | affine: {scale: 1.2, border: reflect101} | crop: {padding: 4}",
            "rotate: {degrees: 10, interpolation: nearest} | mirror: {axis: vertical}",
            "brightness: {factor: 1.2} | contrast: {factor: 0.8} | saturation: {factor: 1.4} | hue: {shift: 0.1}",
            "smooth: {kind: median, kernel_size: 5, border: wrap} | smooth: {name: b, kind: box, kernel_size: 5, border: wrap}"
                    + " | smooth: {name: c, kind: motion, length: 9, border: wrap} | smooth: {name: d, sigma: 1, border: wrap}",
            "resize: {size: {width: 90, height: 150}, interpolation: bicubic, antialias: false} | equalize: {}",
            "rand_augment: {}",
            "trivial_augment_wide: {}",
            "rotate: {degrees: [-20, 20], p: 0.5} | smooth: {sigma: [0.5, 2], p: 0.5} | equalize: {p: 0.5} | sharpness: {factor: 2, p: 0.3}"
                    + " | smooth: {name: b, kind: median, kernel_size: 3, p: 0.5} | elastic: {alpha: 9, sigma: [1, 4], p: 0.5}",
            "random_order: {stages: [equalize: {}, sharpness: {factor: 2}, smooth: {sigma: 1}, rotate: {degrees: [-20, 20]}]}",
            "rotate: {degrees: [-40, 40], expand: true} | noise: {std: 0.1} | resize: {size: 150, interpolation: bicubic}");

    /** More than any stage makes of a picture. */
    private final float[] batch = new float[8 * PICTURE];

    private final Scratch scratch = new Scratch();

    private PicturesAllocated() {}

    public static void main(String[] args) {
        PicturesAllocated allocated = new PicturesAllocated();
        for (StageContractTest.Subject subject : StageContractTest.subjects()) {
            boolean jpeg = subject.kind().equals("jpeg");
            for (int channels : new int[] {1, 3, 4}) {
                // The JDK's streams and tables for JPEGs take some 30,000 bytes, and every row some objects.
                int height = jpeg ? 100 : 200;
                int most = jpeg ? 40_000 + 500 * height : PICTURE / 4;
                int width = PICTURE / height / channels;
                allocated.tell(subject.toString(), subject.pipeline(), most, width, height, channels);
            }
        }
        for (String stages : IN_A_ROW) {
            allocated.tell(stages, parsed(stages), PICTURE / 4, 200, 200, 3);
        }
    }

    private void tell(String stages, Pipeline pipeline, long most, int width, int height, int channels) {
        Image image = StageContractTest.picture(width, height, channels);
        Normalisation normalisation = Normalisation.scaleOnly(channels);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        int measured = 40;
        for (int done = 0; done < 200 * measured && least >= most; done += measured) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = done; i < done + measured; i++) {
                normalisation.write(pipeline.rows(image, new DrawKey(1, i, "a"), scratch), batch, 0, scratch);
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / measured);
        }
        if (least >= most) {
            System.out.println(least + " bytes an image of " + channels + " channels: " + stages);
        }
    }

    private static Pipeline parsed(String stages) {
        String yaml = "stages:\n  - " + String.join("\n  - ", stages.split(" \\| ", -1)) + "\n";
        return Pipeline.from(Settings.parse(yaml, "test.yaml", Path.of("")));
    }
}
