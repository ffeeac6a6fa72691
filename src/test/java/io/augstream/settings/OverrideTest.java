package io.augstream.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --set key=value}, shown by what the resolved file then says. */
class OverrideTest {
    private static final String FILE =
            """
            name: quick
            train:
              epochs: 20
            stages:
              - mirror
              - rotate: {degrees: 5}
              - noise: {name: grain, std: 0.1}
            """;

    private static Settings settings() {
        return Settings.parse(FILE, "p.yaml", Path.of(""));
    }

    private static void assertOverridden(String key, String value, String expected) {
        Settings changed = settings().with(key, value);
        assertEquals(Settings.parse(expected, "expected", Path.of("")).toYaml(), changed.toYaml());
    }

    @Test
    void replacesAValue() {
        assertOverridden("train.epochs", "3", FILE.replace("20", "3"));
        assertOverridden("name", "other", FILE.replace("quick", "other"));
    }

    @Test
    void addsAKeyAndTheMappingsAboveIt() {
        assertOverridden("train.rate", "5e-4", FILE.replace("epochs: 20", "epochs: 20\n  rate: 5e-4"));
        assertOverridden("data.prepare.resize", "32", FILE + "data: {prepare: {resize: 32}}\n");
    }

    @Test
    void findsAnItemByIndexFromZero() {
        assertOverridden("stages.1.rotate.degrees", "9", FILE.replace("degrees: 5", "degrees: 9"));
    }

    @Test
    void findsAnItemByItsKindOrName() {
        assertOverridden("stages.rotate.degrees", "[1, 2]", FILE.replace("degrees: 5", "degrees: [1, 2]"));
        assertOverridden("stages.grain.std", "0.3", FILE.replace("std: 0.1", "std: 0.3"));
    }

    @Test
    void givesABareItemSettings() {
        assertOverridden("stages.mirror.p", "0.5", FILE.replace("- mirror", "- mirror: {p: 0.5}"));
        assertOverridden("stages.0.mirror.p", "0.5", FILE.replace("- mirror", "- mirror: {p: 0.5}"));
    }

    @Test
    void replacesAWholeItemOrList() {
        assertOverridden(
                "stages.rotate", "smooth: {sigma: 1}", FILE.replace("rotate: {degrees: 5}", "smooth: {sigma: 1}"));
        assertOverridden("stages", "[]", "name: quick\ntrain: {epochs: 20}\nstages: []\n");
    }

    @Test
    void nullIsNothing() {
        assertOverridden("train", "null", FILE.replace("train:\n  epochs: 20", "train:"));
        Settings emptied = settings().with("train", "null");
        assertEquals(
                3, emptied.with("train.epochs", "3").root().section("train").integer("epochs", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "# five"})
    void anEmptyValueIsRefused(String value) {
        Settings settings = settings();
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Settings unused = settings.with("train", value);
        });
        assertEquals("--set train=" + value + ": the value is missing; write null for none", error.getMessage());
    }

    @Test
    void anEmptyTextIsAValue() {
        assertOverridden("name", "''", FILE.replace("quick", "''"));
    }

    @Test
    void theSettingsItselfStayAsTheyWere() {
        Settings settings = settings();
        String before = settings.toYaml();
        Settings changed = settings.with("train.epochs", "3");
        assertEquals(before, settings.toYaml());
        assertEquals(3, changed.root().section("train").integer("epochs", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name.x        | there is nothing below 'quick' to set",
                "train..epochs | a key is names joined by single dots",
                ".train        | a key is names joined by single dots",
                "train.        | a key is names joined by single dots",
                "stages.7.p    | the list has 3 items, counted from 0",
                "stages.rotat.p | no item 'rotat'; did you mean 'rotate'?; allowed: mirror, rotate, grain",
                "stages.noise.p | no item 'noise'; allowed: mirror, rotate, grain",
            })
    void aKeyThatLeadsNowhereSaysWhy(String key, String problem) {
        Settings settings = settings();
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Settings unused = settings.with(key, "1");
        });
        assertEquals("--set " + key + "=1: " + problem, error.getMessage());
    }

    @Test
    void itemsOfOneNameAreToldByIndex() {
        Settings layers = Settings.parse("network: [relu, dropout: {rate: 0.5}, relu]", "p.yaml", Path.of(""));
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Settings unused = layers.with("network.relu", "x");
        });
        assertEquals(
                "--set network.relu=x: more than one item is called 'relu'; use its index, from 0", error.getMessage());
    }

    @Test
    void aWrongValueIsToldWithTheOptionThatBroughtIt() {
        Settings changed = settings().with("train.epochs", "many");
        SettingsException error = assertThrows(
                SettingsException.class, () -> changed.root().section("train").integer("epochs", 1));
        assertEquals("--set train.epochs=many: train.epochs: must be a whole number, got 'many'", error.getMessage());
    }

    @Test
    void aBrokenValueIsToldWithTheOptionThatBroughtIt() {
        Settings settings = settings();
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Settings unused = settings.with("train.epochs", "[1");
        });
        assertEquals(
                "--set train.epochs=[1: not valid YAML: expected ',' or ']', but got <stream end>,"
                        + " while parsing a flow sequence",
                error.getMessage());
    }
}
