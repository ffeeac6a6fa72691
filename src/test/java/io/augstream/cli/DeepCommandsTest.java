package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.DeepPictures;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of 16 bits and floats through the command line. */
final class DeepCommandsTest {
    private static final Image SHORTS = DeepPictures.random(Depth.SIXTEEN_BIT, 9, 4, 3);
    private static final Image FLOATS = DeepPictures.random(Depth.FLOAT, 9, 4, 3);

    @TempDir
    private Path folder;

    private Path twice;

    @BeforeEach
    void writePipeline() throws IOException {
        // Both together leave a picture as it is, if they lose nothing.
        twice = Pictures.text(folder.resolve("twice.yaml"), "stages: [mirror, mirror: {name: back}]\n");
    }

    private Path written(String name, Image image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, ImageFiles.encode(image));
    }

    private void assertShows(Image image, String name) {
        assertTrue(image.looksLike(ImageFiles.read(folder.resolve(name))), name);
    }

    @Test
    void aPictureKeepsItsDepthFromFileToFile() throws IOException {
        Path shorts = written("in.png", SHORTS);
        Path floats = written("in.tiff", FLOATS);
        for (String out : new String[] {"out.png", "out.tiff"}) {
            assertEquals(new CommandRun(0, "", ""), CommandRun.of("apply", twice, shorts, folder.resolve(out)));
            assertShows(SHORTS, out);
        }
        assertEquals(new CommandRun(0, "", ""), CommandRun.of("apply", twice, floats, folder.resolve("floats.TIF")));
        assertShows(FLOATS, "floats.TIF");
    }

    @Test
    void floatsAreNotWrittenAsPng() throws IOException {
        Path out = folder.resolve("out.png");
        CommandRun run = CommandRun.of("apply", twice, written("in.tiff", FLOATS), out);
        assertTrue(
                run.failure(folder)
                        .startsWith(
                                "2 augstream: this image is of floats, which PNG cannot hold, so OUTPUT must end in .tiff,"
                                        + " got DIR/out.png"),
                run.failure(folder));
        assertFalse(Files.exists(out));
    }

    @Test
    void inAFolderEachResultHasTheFileThatHoldsIt() throws IOException {
        written("in/a.png", SHORTS);
        written("in/b.tif", FLOATS);
        Path drawn = folder.resolve("drawn.jsonl");
        assertEquals(
                new CommandRun(0, "", ""),
                CommandRun.of(
                        "apply", twice, folder.resolve("in"), folder.resolve("out"), "--record", drawn.toString()));
        assertShows(SHORTS, "out/a.png");
        assertShows(FLOATS, "out/b.tiff");
        assertEquals(
                new CommandRun(0, "", ""),
                CommandRun.of("replay", drawn, folder.resolve("in"), folder.resolve("again")));
        assertShows(FLOATS, "again/b.tiff");
    }

    @Test
    void copiesOfADataSetKeepTheDepthOfTheirSource() throws IOException {
        written("data/train/a/1.png", SHORTS);
        written("data/train/b/2.tiff", FLOATS);
        CommandRun run =
                CommandRun.of("preprocess", twice, "--in", folder.resolve("data"), "--out", folder.resolve("out"));
        assertEquals("0 ", run.failure(folder));
        try (Stream<String> manifest = Files.lines(folder.resolve("out/manifest.jsonl"))) {
            assertEquals(2, manifest.count());
        }
        assertShows(SHORTS, "out/train/a/1.png.0.png");
        assertShows(FLOATS, "out/train/b/2.tiff.0.tiff");
    }
}
