package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is said of trainings that are made up, look by look. */
final class JudgeOfLogsTest {
    /** Symptom: "vanishing: no gradient comes to layer …", as batches of 4 take 5,120 steps to 2,048 images at looks. */
    @Test
    void aLayerThatGivesNothingButZeroIsDeadHoweverFewImagesWereSeen() {
        Diagnosis diagnosis = SeenTraining.diagnosis(12, look -> 2, look -> SeenTraining.silent());

        assertEquals(
                "dead from step 51: layer 0.dense gives nothing but 0, and no gradient comes to it; the loss is 100% of a"
                        + " guess's; likely the first weights and biases leave the units nothing but 0; try init: he_normal"
                        + " and bias_init: 0",
                diagnosis.line());
        assertEquals(Verdict.DEAD, diagnosis.layers().get(0).verdict());
    }

    /** It lived at the first two looks, of steps 1 and 11, so five of silence end with that of step 61. */
    @Test
    void aLayerThatDiedDiedOfItsLearningRate() {
        Diagnosis diagnosis =
                SeenTraining.diagnosis(12, look -> 2, look -> look < 2 ? SeenTraining.SOUND : SeenTraining.silent());

        assertEquals(Verdict.DEAD, diagnosis.verdict(), diagnosis.line());
        assertEquals(60, diagnosis.firstStep());
        assertEquals(Cause.LARGE_STEPS, diagnosis.cause());
    }

    @Test
    void aLayerThatWokeOnceOfLateIsNotDead() {
        Diagnosis diagnosis = SeenTraining.diagnosis(
                12, look -> 2 - 0.05 * look, look -> look == 9 ? SeenTraining.SOUND : SeenTraining.silent());

        assertEquals(Verdict.VANISHING, diagnosis.verdict(), diagnosis.line());
    }
}
