package io.augstream.train;

/** The training failed: numbers are numbers no more. The message is one line that names layer, epoch and step. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String layer;
    private final boolean ofImages;
    private final int epoch;
    private final int step;

    /**
     * @param reason what happened, and where
     * @param then what became of the network, behind the reason
     * @param epoch from 0
     * @param step from 0 in its epoch
     */
    TrainingException(String reason, String then, String layer, boolean ofImages, int epoch, int step) {
        super(reason + then);
        this.reason = reason;
        this.layer = layer;
        this.ofImages = ofImages;
        this.epoch = epoch;
        this.step = step;
    }

    /** The same failure, with {@code more} behind its message: what became of the caller's files. */
    public TrainingException adding(String more) {
        TrainingException whole = new TrainingException(
                reason, String.valueOf(getMessage()).substring(reason.length()) + more, layer, ofImages, epoch, step);
        whole.initCause(this);
        return whole;
    }

    /** What happened, and where: the message without what became of the network. */
    public String reason() {
        return reason;
    }

    /** Where the first value was seen that is infinite or no number: as {@code 4.convolution}, or {@code input}. */
    public String layer() {
        return layer;
    }

    /** Whether an image brought it in, so that no other setting of the training would help. */
    public boolean isOfImages() {
        return ofImages;
    }

    /** From 0. */
    public int epoch() {
        return epoch;
    }

    /** From 0 in its epoch. */
    public int step() {
        return step;
    }
}
