package io.augstream.lab.report.page;

import java.util.ArrayList;
import java.util.List;

/** Names that try to break out of wherever a page puts them, and to run {@code hostile=1}. */
final class HostileNames {
    private static final List<String> SCRIPTS = List.of(
            "<script>hostile=1</script>",
            "</script><script>hostile=1</script>",
            "</title><script>hostile=1</script>",
            "</style><script>hostile=1</script>",
            "--><script>hostile=1</script>",
            "<!--<script>",
            "]]><script>hostile=1</script>",
            "<img src=x onerror=hostile=1>",
            "<svg onload=hostile=1>",
            "<body onload=hostile=1>",
            "<iframe srcdoc='<script>parent.hostile=1</script>'></iframe>",
            "<details open ontoggle=hostile=1>",
            "<a href=javascript:hostile=1 id=x>x</a>",
            "<meta http-equiv=refresh content='0;url=http://localhost:9/'>",
            "<link rel=stylesheet href=http://localhost:9/x.css>",
            "<base href=http://localhost:9/>",
            "\" onmouseover=\"hostile=1\" autofocus onfocus=\"hostile=1",
            "' onmouseover='hostile=1' autofocus onfocus='hostile=1",
            "\"></text></svg><script>hostile=1</script>",
            "&lt;script&gt;hostile=1&lt;/script&gt;",
            "\\u003cscript\\u003ehostile=1\\u003c/script\\u003e",
            "{{script}}",
            "$0 \\$1",
            "\u202e>tpircs/<1=elitsoh>tpircs<",
            "\u2028hostile=1//\u2029");

    private static final List<String> AROUND = List.of("%s", "\u0000%s\u001b[31m", "\u200f\u05e9%s\u2067", "x\n%s'\"`");

    private HostileNames() {}

    /** A hundred, all different. */
    static List<String> hundred() {
        List<String> names = new ArrayList<>();
        for (String around : AROUND) {
            for (String script : SCRIPTS) {
                names.add(around.replace("%s", script));
            }
        }
        return names;
    }
}
