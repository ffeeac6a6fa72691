package io.augstream.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void aLineKeepsTheOrderOfItsKeysAndEscapesTexts() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", "say \"hi\"\n");
        map.put("a", Arrays.asList(1, 2.5, true, null));
        assertEquals("{\"b\":\"say \\\"hi\\\"\\n\",\"a\":[1,2.5,true,null]}", Json.line(map));
    }

    @Test
    void doublesHaveTheirShortestDigitsOnEveryJava() {
        // Double.toString has it only since Java 19; before, it wrote a digit too many (JDK-4511638).
        assertEquals("2.0E23", Json.line(2.0E23));
        assertEquals("17.3", Json.line(17.3));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.line(new Object()));
    }
}
