package io.augstream.settings;

/**
 * An item of a list of named things: a bare name ({@code - mirror}) or one name with its settings
 * ({@code - mirror: {p: 0.5}}).
 *
 * @param name as written; whether it is known is for the binder to say, by {@link #error}
 * @param settings empty where the name stands alone
 */
public record Item(String name, Section settings) {
    /** An error at the item's place: {@code problem} says what is wrong and what is allowed. */
    public SettingsException error(String problem) {
        return settings.error(problem);
    }
}
