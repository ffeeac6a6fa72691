package io.augstream.train;

/** Tells one after the other. */
record TwoListeners(TrainingListener first, TrainingListener second) implements TrainingListener {
    @Override
    public void trainingBegins() {
        first.trainingBegins();
        second.trainingBegins();
    }

    @Override
    public void stepEnded(StepReport report) {
        first.stepEnded(report);
        second.stepEnded(report);
    }

    @Override
    public void epochEnded(EpochReport report) {
        first.epochEnded(report);
        second.epochEnded(report);
    }

    @Override
    public void trainingEnded(StopReason reason) {
        first.trainingEnded(reason);
        second.trainingEnded(reason);
    }
}
