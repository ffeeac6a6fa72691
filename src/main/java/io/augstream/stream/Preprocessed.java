package io.augstream.stream;

import io.augstream.dataset.Ledger;
import io.augstream.dataset.QuarantinedImage;
import io.augstream.dataset.WrittenImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sample: all its images written, or none and the reason.
 *
 * @param written in the order of the copies; empty where there is a {@code quarantine}
 */
record Preprocessed(List<WrittenImage> written, @Nullable QuarantinedImage quarantine) {
    Preprocessed {
        written = List.copyOf(written);
    }

    void enter(Ledger ledger) {
        written.forEach(ledger::add);
        if (quarantine != null) {
            ledger.add(quarantine);
        }
    }
}
