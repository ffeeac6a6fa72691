package io.augstream.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Letters are drawn, told apart, and take the room that they say. */
class LetteringTest {
    private static String drawn(Lettering lettering, String text) {
        int width = Math.max(1, lettering.width(text));
        Paper paper = new Paper(new ImageSize(width, lettering.height()), Colour.WHITE);
        lettering.write(paper, 0, 0, text, Colour.INK);
        Image image = paper.image();
        return IntStream.range(0, image.height())
                .mapToObj(y -> IntStream.range(0, width)
                        .mapToObj(x -> image.sample(x, y, 0) == 255 ? "." : "#")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aWordIsItsLettersWithAPixelBetweenThem() {
        assertEquals(
                """
                #...#.#
                #...#..
                #...#.#
                #####.#
                #...#.#
                #...#.#
                #...#.#
                .......
                .......""",
                drawn(Lettering.SMALL, "Hi"));
    }

    @Test
    void someLettersHangBelowTheLine() {
        assertEquals(
                """
                ..#
                ...
                ..#
                ..#
                ..#
                ..#
                ..#
                ..#
                ##.""",
                drawn(Lettering.SMALL, "j"));
    }

    /** The steps of a slope are rounded on both sides, and where four meet it stays as it is. */
    @Test
    void twiceAsLargeIsSmoother() {
        assertEquals(
                """
                ##......##
                ###....###
                .###..###.
                ..##..##..
                ....##....
                ....##....
                ..##..##..
                .###..###.
                ###....###
                ##......##""",
                drawn(Lettering.LARGE, "×").lines().skip(2).limit(10).collect(Collectors.joining("\n")));
    }

    @Test
    void everyCharacterOfAsciiAndOfCaptionsHasAPictureOfItsOwn() {
        String characters =
                IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining()) + "°σ×·±−…";
        Map<String, String> pictures = new HashMap<>();
        String unknown = drawn(Lettering.LARGE, "語");
        characters.codePoints().mapToObj(Character::toString).forEach(character -> {
            String picture = drawn(Lettering.LARGE, character);
            assertTrue(picture.contains("#"), character);
            assertFalse(picture.equals(unknown), character);
            String other = pictures.put(picture, character);
            assertEquals(null, other, character + " looks as " + other);
        });
    }

    @Test
    void anUnknownCharacterIsABox() {
        assertEquals("#####\n#...#", drawn(Lettering.SMALL, "語").substring(0, 11));
    }

    @Test
    void whatIsTooLongEndsInDots() {
        int room = Lettering.LARGE.width("a long name…");
        assertEquals("a long name…", Lettering.LARGE.shortened("a long name that goes on", room));
        assertEquals("a long name", Lettering.LARGE.shortened("a long name", room));
        assertEquals("…", Lettering.LARGE.shortened("name", 1));
    }
}
