package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was drawn comes back from its JSON. */
class DrawsTest {
    static List<StageContractTest.Subject> subjects() {
        return StageContractTest.subjects();
    }

    /** Equal records do equal things; so the pixels need to be looked at only once. */
    @ParameterizedTest
    @MethodSource("subjects")
    void twoHundredDrawsOfEachStageComeBackAsTheyWereAndGiveTheSameBytes(StageContractTest.Subject subject) {
        Image image = StageContractTest.picture(33, 20, 3);
        Pipeline pipeline = subject.with("p: 0.9");
        for (int epoch = 0; epoch < 200; epoch++) {
            List<Draw> draws = pipeline.draw(image.size(), new DrawKey(1, epoch, "a"));
            List<Draw> read = Draws.parse(Draws.json(draws));
            assertEquals(draws, read);
            if (epoch < 5) {
                assertArrayEquals(
                        Pipeline.apply(draws, image).samples(),
                        Pipeline.apply(read, image).samples());
            }
        }
    }

    @Test
    void drawsOfCombinatorsComeBackWithTheirPaths() {
        Pipeline pipeline = Pipeline.from(Settings.parse(
                "stages: [{random_order: {stages: [mirror, {noise: {std: 0.1}}]}}]", "p.yaml", Path.of("")));
        for (int epoch = 0; epoch < 20; epoch++) {
            List<Draw> draws = pipeline.draw(ImageSize.square(9), new DrawKey(1, epoch, "a"));
            assertEquals(draws, Draws.parse(Draws.json(draws)));
        }
    }

    @Test
    void noDrawsAreAnEmptyList() {
        assertEquals(List.of(), Draws.parse(Draws.json(List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | draws: not valid JSON: something else than one JSON value, at character 8",
                "{} | draws: must be a list of draws",
                "null | draws: must be a list of draws",
                "[5] | draws[0]: a draw must be a mapping of keys to values, got '5'",
                "[{'operation':'mirror','axis':'vertical'}] | draws[0]: stage must be a text, got nothing",
                "[{'stage':'m'}] | draws[0]: operation must be a text, got nothing",
                "[{'stage':'m','operation':'miror'}] |"
                        + " draws[0]: stage 'm', operation 'miror': no operation is called so",
                "[{'stage':'m','operation':'../mirror'}] |"
                        + " draws[0]: stage 'm', operation '../mirror': no operation is called so",
                "[{'stage':'m','operation':'operation'}] |"
                        + " draws[0]: stage 'm', operation 'operation': no operation is called so",
                "[{'stage':'m','operation':'fill','levels':[0]}] |"
                        + " draws[0]: stage 'm', operation 'fill': no operation is called so",
                "[{'stage':'m','operation':'unchanged'},{'stage':'a/m','operation':'mirror'}] |"
                        + " draws[1]: stage 'a/m', operation 'mirror': 'axis' is missing",
                "[{'stage':'m','operation':'mirror','axis':'diagonal'}] |"
                        + " draws[0]: stage 'm', operation 'mirror': axis must be one of [horizontal, vertical],"
                        + " got 'diagonal'",
                "[{'stage':'m','operation':'mirror','axis':'vertical','p':1}] |"
                        + " draws[0]: stage 'm', operation 'mirror': unknown key 'p'; allowed: axis",
                "[{'stage':'m','operation':'mirror','axes':'vertical'}] |"
                        + " draws[0]: stage 'm', operation 'mirror': unknown key 'axes'; did you mean 'axis'?; allowed: axis",
                "[{'stage':'s','operation':'gaussian_blur','sigma':'wide','kernel_size':3,'border':'wrap'}] |"
                        + " draws[0]: stage 's', operation 'gaussian_blur': sigma must be a number, got 'wide'",
                "[{'stage':'s','operation':'gaussian_blur','sigma':1,'kernel_size':3.0,'border':'wrap'}] |"
                        + " draws[0]: stage 's', operation 'gaussian_blur': kernel_size must be a whole number,"
                        + " got '3.0'",
                "[{'stage':'s','operation':'gaussian_blur','sigma':-1,'kernel_size':3,'border':'wrap'}] |"
                        + " draws[0]: stage 's', operation 'gaussian_blur': sigma must lie in [0, 100] pixels, got -1",
                "[{'stage':'e','operation':'erase','left':0,'top':0,'width':1,'height':1,'fill':{'levels':[0,1]}}] |"
                        + " draws[0]: stage 'e', operation 'erase': fill must be one level or a list of one a channel"
                        + " (1, 3 or 4), got 2 levels",
                "[{'stage':'e','operation':'erase','left':0,'top':0,'width':1,'height':1,'fill':0}] |"
                        + " draws[0]: stage 'e', operation 'erase': fill must be a mapping of keys to values, got '0'",
                "[{'stage':'p','operation':'perspective','top_left':{'x':0,'y':0},'top_right':{'x':1,'y':0},"
                        + "'bottom_right':{'x':0,'y':1},'bottom_left':{'x':1,'y':1},'interpolation':'nearest',"
                        + "'border':'wrap','fill':{'levels':[0]}}] |"
                        + " draws[0]: stage 'p', operation 'perspective': the corners must make a convex quadrilateral,"
                        + " clockwise from the upper left one, got (0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)",
                "[{'stage':'n','operation':'add_gaussian_noise','std':0.1,'per_channel':true,'key':7}] |"
                        + " draws[0]: stage 'n', operation 'add_gaussian_noise': key must be 16 hexadecimal digits in"
                        + " lower case, got '7'",
            })
    void saysWhichDrawIsWrongAndWhy(String json, String problem) {
        String message = assertThrows(SettingsException.class, () -> {
                    List<Draw> unused = Draws.parse(json.replace('\'', '"'));
                })
                .getMessage();
        assertEquals(problem, message);
    }
}
