package io.augstream.stream;

/**
 * How far the offline job is, or how it ended.
 *
 * @param samples all samples of the data set
 * @param copies images written of each sound sample
 * @param sound samples whose images are all written
 * @param quarantined samples of which nothing is written
 */
public record Tally(int samples, int copies, int sound, int quarantined) {
    public Tally {
        if (sound < 0 || quarantined < 0 || sound + quarantined > samples) {
            throw new IllegalArgumentException("the account does not add up: " + sound + " sound and " + quarantined
                    + " quarantined of " + samples + " samples");
        }
    }

    /** Images written. */
    public long written() {
        return (long) sound * copies;
    }

    /** Samples dealt with; all of them once the job has ended. */
    public int done() {
        return sound + quarantined;
    }

    Tally plus(Preprocessed sample) {
        return sample.quarantine() == null
                ? new Tally(samples, copies, sound + 1, quarantined)
                : new Tally(samples, copies, sound, quarantined + 1);
    }
}
