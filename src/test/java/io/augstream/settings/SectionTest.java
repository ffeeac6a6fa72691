package io.augstream.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {
    enum Colour {
        RED,
        DARK_GREEN
    }

    record Paint(double rate, Colour colour) {
        Paint {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("rate must lie in [0, 1], got " + rate);
            }
        }

        static Paint from(Section section) {
            return section.build(s -> new Paint(s.number("rate", 0.5), s.choice("colour", Colour.class, Colour.RED)));
        }
    }

    private static Section section(String yaml) {
        return Settings.parse(yaml, "p.yaml", Path.of("")).root();
    }

    private static String messageOf(String yaml, Function<Section, Object> binder) {
        Section section = section(yaml);
        SettingsException error = assertThrows(SettingsException.class, () -> binder.apply(section));
        return String.valueOf(error.getMessage());
    }

    @Test
    void bindsWhatIsGivenAndTakesDefaultsForTheRest() {
        assertEquals(new Paint(0.25, Colour.DARK_GREEN), Paint.from(section("{rate: 0.25, colour: dark_green}")));
        assertEquals(new Paint(0.5, Colour.RED), Paint.from(section("")));
        assertEquals(new Paint(0.5, Colour.RED), Paint.from(section("paint:").section("paint")));
        assertEquals(new Paint(0.5, Colour.RED), Paint.from(section("").section("paint")));
    }

    @Test
    void aRecordsComplaintGetsTheLineOfItsSetting() {
        assertEquals(
                "p.yaml, line 3: paint: rate must lie in [0, 1], got 2.0",
                messageOf("paint:\n  colour: red\n  rate: 2\n", s -> Paint.from(s.section("paint"))));
    }

    @Test
    void aNumberBeyondAllDoublesIsToldAsItIsWritten() {
        assertEquals("p.yaml, line 1: rate must lie in [0, 1], got 1e999", messageOf("rate: 1e999", Paint::from));
        assertEquals("p.yaml, line 1: rate must lie in [0, 1], got -2e999", messageOf("rate: -2e999", Paint::from));
    }

    @Test
    void aComplaintOfJavasNameTellsTheFilesName() {
        assertEquals(
                "p.yaml, line 2: least_visible must lie in [0, 1], got 2",
                messageOf(
                        "rate: 1\nleast_visible: 2\n",
                        section -> section.build(s -> {
                            throw new IllegalArgumentException("leastVisible must lie in [0, 1], got 2");
                        })));
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
        assertEquals(
                "p.yaml, line 2: unknown key 'color'; did you mean 'colour'?; allowed: rate, colour",
                messageOf("rate: 0.5\ncolor: red\n", Paint::from));
        assertEquals(
                "p.yaml, line 1: unknown key 'zebra'; allowed: rate, colour", messageOf("zebra: 1\n", Paint::from));
    }

    @Test
    void anUnknownChoiceListsThoseThatThereAre() {
        assertEquals(
                "p.yaml, line 1: colour: 'rde' is not known; did you mean 'red'?; allowed: red, dark_green",
                messageOf("colour: rde", Paint::from));
        assertEquals(
                "p.yaml, line 1: colour: 'RED' is not known; did you mean 'red'?; allowed: red, dark_green",
                messageOf("colour: RED", Paint::from));
    }

    @Test
    void aMissingKeyIsToldWithWhatLooksLikeIt() {
        assertEquals("p.yaml, line 1: 'root' is missing", messageOf("a: 1", s -> s.get("root")));
        assertEquals(
                "p.yaml, line 2: data: 'root' is missing; is 'rot' meant to be it?",
                messageOf("data:\n  rot: x", s -> s.section("data").get("root")));
    }

    @Test
    void aMissingKeyIsToldWithWhatStandsInItsPlace() {
        Function<Section, Object> noise = s -> s.section("noise").build(n -> {
            n.flag("per_channel", true);
            return n.get("std").number();
        });
        assertEquals(
                "p.yaml, line 1: noise: 'std' is missing; given: sigma, p",
                messageOf("noise: {per_channel: true, sigma: 0.1, p: 1}", noise));
        assertEquals("p.yaml, line 1: noise: 'std' is missing", messageOf("noise: {per_channel: true}", noise));
    }

    @Test
    void keysOfOtherPackagesPassWhereAllowed() {
        Section section = section("rate: 0.1\nother: 5\n");
        assertEquals(0.1, section.allow(List.of("other")).build(s -> s.number("rate", 0)));
    }

    @Test
    void anItemIsABareNameOrOneNameWithSettings() {
        List<Item> items = section("x:\n  - relu\n  - dropout: {rate: 0.2}\n  - flatten:\n").get("x").list().stream()
                .map(Value::item)
                .toList();
        assertEquals(
                List.of("relu", "dropout", "flatten"),
                items.stream().map(Item::name).toList());
        assertEquals(0.2, items.get(1).settings().number("rate", 0));
        assertEquals("x[1].dropout", items.get(1).settings().path());
        assertEquals(
                "p.yaml, line 4: x[2].flatten: no", items.get(2).error("no").getMessage());
        assertEquals("p.yaml, line 2: x[0]: no", items.get(0).error("no").getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rotat  | ; did you mean 'rotate'?",
                "roatte | ; did you mean 'rotate'?",
                "Rotate | ; did you mean 'rotate'?",
                "mirorr | ; did you mean 'mirror'?",
                "sdt    | ; did you mean 'std'?",
                "xyz    | ''",
                "x      | ''",
            })
    void suggestsWhatIsNearAndNothingElse(String name, String suggestion) {
        List<String> allowed = List.of("rotate", "mirror", "std", "p");
        assertEquals(suggestion + "; allowed: rotate, mirror, std, p", Suggestion.of(name, allowed));
    }
}
