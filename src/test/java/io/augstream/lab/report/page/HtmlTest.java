package io.augstream.lab.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HtmlTest {
    @Test
    void textEndsNeitherElementsNorAttributes() {
        assertEquals(
                "&lt;b title=&quot;x&quot;&gt;&#39;&amp;amp;",
                Html.text("<b title=\"x\">'&amp;").markup());
    }

    @Test
    void whatWouldReorderOrHideTheTextIsShownByItsNumber() {
        assertEquals(
                "a\\u202eb\\u0000\\u2067\\ud800",
                Html.text("a\u202eb\u0000\u2067\ud800").markup());
    }

    @Test
    void scriptsOfAllTheWorldStayAsTheyAre() {
        assertEquals("שלום 猫 🐈 é", Html.text("שלום 猫 🐈 é").markup());
    }

    @Test
    void attributesAreEscapedAndNumbersAreShort() {
        assertEquals(
                "<line x=\"1.5\" y=\"100\" t=\"&quot;\"></line>",
                Element.of("line")
                        .with("x", 1.5)
                        .with("y", 100.001)
                        .with("t", "\"")
                        .html()
                        .markup());
    }

    @Test
    void embeddedJsonHoldsNoMarkup() {
        assertEquals(
                "{\"a\":[\"\\u003c/script\\u003e\\u003c!--\",\"\\u0026\\u2028\"]}",
                EmbeddedJson.of(Map.of("a", List.of("</script><!--", "&\u2028")))
                        .markup());
    }
}
