package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplyCommandTest {
    @TempDir
    private Path folder;

    private Path noise;
    private Path mirror;

    @BeforeEach
    void writePipelines() throws IOException {
        noise = Pictures.text(folder.resolve("noise.yaml"), "stages:\n  - noise: {std: 0.2}\n");
        mirror = Pictures.text(folder.resolve("mirror.yaml"), "stages:\n  - mirror: {p: 1}\n");
    }

    @Test
    void theImageIsMirroredAndGrayStaysGray() throws IOException {
        Path in = Pictures.write(folder.resolve("in.png"), Pictures.slope(3, 1, 1, 10));
        Path out = folder.resolve("new/out.png");
        assertEquals(new CommandRun(0, "", ""), CommandRun.of("apply", mirror, in, out));
        Image mirrored = ImageFiles.read(out);
        assertEquals(1, mirrored.channels());
        assertArrayEquals(new byte[] {20, 10, 0}, mirrored.samples());
    }

    @Test
    void seedEpochAndSampleDecideTheBytes() throws IOException {
        Path in = Pictures.write(folder.resolve("in.png"), Pictures.slope(8, 8, 3, 20));
        byte[] first = bytes(in, "--seed=7", "--epoch=2", "--sample=train/a");
        assertArrayEquals(first, bytes(in, "--seed=7", "--epoch=2", "--sample=train/a"));
        assertFalse(Arrays.equals(first, bytes(in, "--seed=8", "--epoch=2", "--sample=train/a")));
        assertFalse(Arrays.equals(first, bytes(in, "--seed=7", "--epoch=3", "--sample=train/a")));
        assertFalse(Arrays.equals(first, bytes(in, "--seed=7", "--epoch=2", "--sample=train/b")));
        assertArrayEquals(bytes(in), bytes(in, "--seed=0", "--epoch=0", "--sample=in.png"));
    }

    @Test
    void aFolderGivesEachFileTheBytesThatItGetsAlone() throws IOException {
        Path pictures = folder.resolve("pictures");
        Path top = Pictures.write(pictures.resolve("top.jpg"), Pictures.slope(8, 8, 1, 20));
        Path deep = Pictures.write(pictures.resolve("deeper/down.png"), Pictures.slope(8, 8, 3, 20));
        Pictures.text(pictures.resolve(".hidden"), "not looked at");
        Path out = folder.resolve("out");
        assertEquals(new CommandRun(0, "", ""), CommandRun.of("apply", noise, pictures, out));
        assertArrayEquals(bytes(top), Files.readAllBytes(out.resolve("top.png")));
        assertArrayEquals(bytes(deep, "--sample=deeper/down.png"), Files.readAllBytes(out.resolve("deeper/down.png")));
    }

    @Test
    void filesThatAreNoImagesAreNamedAndTheOthersWritten() throws IOException {
        Path pictures = folder.resolve("pictures");
        Pictures.write(pictures.resolve("good.png"), Pictures.slope(4, 4, 1, 20));
        Pictures.text(pictures.resolve("bad.png"), "hello");
        CommandRun run = CommandRun.of("apply", mirror, pictures, folder.resolve("out"));
        assertEquals(
                "3 augstream: DIR/pictures/bad.png: not an image (no known format begins like this)\n"
                        + "augstream: 1 of 2 files could not be read",
                run.failure(folder));
        assertEquals(4, ImageFiles.read(folder.resolve("out/good.png")).width());
    }

    @Test
    void twoFilesWithOneResultAreRefusedBeforeAnythingIsWritten() throws IOException {
        Path pictures = folder.resolve("pictures");
        Pictures.write(pictures.resolve("a.jpg"), Pictures.slope(4, 4, 1, 20));
        Pictures.write(pictures.resolve("a.png"), Pictures.slope(4, 4, 1, 20));
        CommandRun run = CommandRun.of("apply", mirror, pictures, folder.resolve("out"));
        assertEquals("3 augstream: DIR/pictures: a.jpg and a.png would both become a.png", run.failure(folder));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aTextFileNamedPngIsWrongData() throws IOException {
        Path in = Pictures.text(folder.resolve("in.png"), "hello");
        assertEquals(
                "3 augstream: DIR/in.png: not an image (no known format begins like this)",
                CommandRun.of("apply", mirror, in, folder.resolve("out.png")).failure(folder));
    }

    @Test
    void whatCannotBeMeantIsRefused() throws IOException {
        Path in = Pictures.write(folder.resolve("in/a.png"), Pictures.slope(4, 4, 1, 20));
        Path pictures = folder.resolve("in");
        Path out = folder.resolve("out");
        refused(
                "--sample is for one image; in a folder each image's id is its path from INPUT",
                pictures,
                out,
                "--sample=x");
        refused("images are written as PNG or TIFF, so OUTPUT must end in .png or .tiff, got DIR/out", in, out);
        refused("INPUT is one image, so OUTPUT must be a file name, but DIR/in is a folder", in, pictures);
        refused("INPUT is a folder, so OUTPUT must be one, but DIR/in/a.png is a file", pictures, in);
        refused("OUTPUT would replace INPUT, DIR/in/a.png", in, in);
        refused("--epoch must be 0 or more, got -1", in, out, "--epoch=-1");
        refused(
                "OUTPUT lies in INPUT, whose images would be read again the next time: DIR/in/out",
                pictures,
                pictures.resolve("out"));
    }

    @Test
    void resultsNeverReplaceWhatIsReadNorThroughLinks() throws IOException {
        Path nest = folder.resolve("nest");
        Path photo = Pictures.write(nest.resolve("photos/a.png"), Pictures.slope(4, 4, 1, 20));
        Files.createSymbolicLink(nest.resolve("a.png"), photo);
        byte[] before = Files.readAllBytes(photo);
        refused("OUTPUT would replace DIR/nest/a.png, which lies in INPUT", nest.resolve("photos"), nest);
        Path link = Files.createSymbolicLink(folder.resolve("link"), nest.resolve("photos"));
        refused(
                "OUTPUT lies in INPUT, whose images would be read again the next time: DIR/link/out",
                nest.resolve("photos"),
                link.resolve("out"));
        refused("OUTPUT would replace INPUT, DIR/nest/photos/a.png", photo, link.resolve("a.png"));
        assertArrayEquals(before, Files.readAllBytes(photo));
    }

    @Test
    void resultsInAFolderAboveReplaceNoneOfTheImagesRead() throws IOException {
        Path nest = folder.resolve("nest");
        Path inner = Pictures.write(nest.resolve("photos/a.png"), Pictures.slope(4, 4, 1, 20));
        Pictures.write(nest.resolve("photos/photos/a.png"), Pictures.slope(5, 5, 1, 20));
        refused("OUTPUT would replace DIR/nest/photos/a.png, which lies in INPUT", nest.resolve("photos"), nest);
        assertEquals(4, ImageFiles.read(inner).width());
    }

    @Test
    void linkedFoldersAreReadAsInADataSet() throws IOException {
        Pictures.write(folder.resolve("elsewhere/a.png"), Pictures.slope(4, 4, 1, 20));
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.createSymbolicLink(pictures.resolve("linked"), folder.resolve("elsewhere"));
        assertEquals(new CommandRun(0, "", ""), CommandRun.of("apply", mirror, pictures, folder.resolve("out")));
        assertEquals(4, ImageFiles.read(folder.resolve("out/linked/a.png")).width());
    }

    @Test
    void aLinkThatLeadsBackIsToldInWords() throws IOException {
        Path pictures = folder.resolve("pictures");
        Pictures.write(pictures.resolve("a.png"), Pictures.slope(4, 4, 1, 20));
        Files.createSymbolicLink(pictures.resolve("loop"), pictures);
        assertEquals(
                "3 augstream: DIR/pictures: cannot be read: DIR/pictures/loop: a link leads back to a folder that it lies in",
                CommandRun.of("apply", mirror, pictures, folder.resolve("out")).failure(folder));
    }

    @Test
    void aStageThatDoesNotFitAnImageIsTheFilesFaultAndNothingIsWritten() throws IOException {
        Path fill = Pictures.text(folder.resolve("fill.yaml"), "stages:\n  - rotate: {degrees: 5, fill: [1, 2, 3]}\n");
        Path pictures = folder.resolve("pictures");
        Pictures.write(pictures.resolve("colour.png"), Pictures.slope(4, 4, 3, 20));
        Pictures.write(pictures.resolve("gray.png"), Pictures.slope(4, 4, 1, 20));
        Path out = folder.resolve("out");
        assertEquals(
                "2 augstream: DIR/fill.yaml, line 2: stage 'rotate', image 'gray.png': fill has 3 levels, but the image has 1 channel;"
                        + " give one level, or one a channel",
                CommandRun.of("apply", fill, pictures, out).failure(folder));
        try (Stream<Path> written = Files.list(out)) {
            assertEquals(0, written.count());
        }
    }

    @Test
    void aFillThatDoesNotFitIsToldWhateverIsDrawn() throws IOException {
        Path fill = Pictures.text(
                folder.resolve("fill.yaml"),
                "stages:\n  - mirror\n  - one_of:\n      p: 0.000001\n      stages:\n        - invert\n"
                        + "        - shift: {pixels: 2, fill: [1, 2, 3]}\n");
        Path in = Pictures.write(folder.resolve("gray.png"), Pictures.slope(4, 4, 1, 20));
        Path out = folder.resolve("out.png");
        assertEquals(
                "2 augstream: DIR/fill.yaml, line 7: stage 'one_of/shift', image 'gray.png': fill has 3 levels, but the image"
                        + " has 1 channel; give one level, or one a channel",
                CommandRun.of("apply", fill, in, out).failure(folder));
        assertEquals(
                0,
                CommandRun.of("apply", fill, in, out, "--set=stages.one_of.p=0").exitCode());
        Path colour = Pictures.write(folder.resolve("colour.png"), Pictures.slope(4, 4, 3, 20));
        assertEquals(0, CommandRun.of("apply", fill, colour, out).exitCode());
    }

    @Test
    void aResultThatNoMemoryHoldsIsTheFilesFault() throws IOException {
        Path huge =
                Pictures.text(folder.resolve("huge.yaml"), "stages:\n  - rotate_and_crop: {degrees: 5, size: 60000}\n");
        Path in = Pictures.write(folder.resolve("in.png"), Pictures.slope(4, 4, 3, 20));
        assertEquals(
                "2 augstream: DIR/huge.yaml, line 2: stage 'rotate_and_crop', image 'in.png': a picture of 60000x60000 with 3 channels would arise, which is too"
                        + " large: it has 10800000000 samples, the limit is 2147483639",
                CommandRun.of("apply", huge, in, folder.resolve("out.png")).failure(folder));
    }

    private void refused(String problem, Path in, Path out, String... options) {
        Object[] arguments = Stream.concat(Stream.of("apply", mirror, in, out), Stream.of(options))
                .toArray();
        assertEquals(
                "2 augstream: " + problem + " (see 'augstream apply --help')",
                CommandRun.of(arguments).failure(folder));
    }

    private byte[] bytes(Path in, String... options) throws IOException {
        Path out = folder.resolve("single.png");
        Object[] arguments = Stream.concat(Stream.of("apply", noise, in, out), Stream.of(options))
                .toArray();
        assertEquals(new CommandRun(0, "", ""), CommandRun.of(arguments));
        return Files.readAllBytes(out);
    }
}
