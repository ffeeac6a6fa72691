package io.augstream.lab.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The Content Security Policy (W3C, level 3): the page's own scripts and style by their hashes, pictures that lie in the page
 * itself, and nothing else. A script that a name should bring in after all would not run.
 */
final class ContentPolicy {
    private ContentPolicy() {}

    static String of(String style, String... scripts) {
        return "default-src 'none'; script-src "
                + Arrays.stream(scripts).map(ContentPolicy::hash).collect(Collectors.joining(" ")) + "; style-src "
                + hash(style) + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** Of a page that runs nothing at all. */
    static String withoutScripts(String style) {
        return "default-src 'none'; style-src " + hash(style) + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
