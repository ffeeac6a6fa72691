package io.augstream.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
    void aDocumentIsIndentedAndEndsItsLastLine() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1, null));
        map.put("a", 0.1);
        assertEquals(
                """
                {
                  "b" : [
                    1,
                    null
                  ],
                  "a" : 0.1
                }
                """,
                Json.document(map));
    }

    @Test
    void whatJsonHasNoNumberForIsRefusedWhereverItStands() {
        assertThrows(IllegalArgumentException.class, () -> Json.line(Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> Json.document(Map.of("a", List.of(Map.of("b", Double.POSITIVE_INFINITY)))));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.line(new Object()));
    }

    /** Jackson reads 1e999 as infinity, which nothing can write again. */
    @Test
    void aNumberBeyondDoublesIsRefusedWhereverItStands() {
        for (String text : List.of("1e999", "[-1e999]", "{\"a\": [{\"b\": 1e309}]}")) {
            String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Json.parse(text))
                    .getMessage());
            assertEquals("not valid JSON: a number is too large, at most 1.8e308 is allowed", message);
        }
        assertEquals(List.of(1e308, -0.5), Json.parse("[1e308, -0.5]"));
    }
}
