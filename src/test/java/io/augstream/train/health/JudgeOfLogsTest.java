package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
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

    /** Symptom: a loss that began at 1.7 times a guess's and stayed there was told as diverged, by too large a rate. */
    @Test
    void aLossThatWasHighFromTheStartHasNotDiverged() {
        Diagnosis diagnosis = still(look -> 3.4);

        assertEquals(Verdict.STAGNATING, diagnosis.verdict(), diagnosis.line());
        assertEquals(Cause.SMALL_STEPS, diagnosis.cause());
    }

    /** 3.4 is 1.7 times a guess's, and 1.9 times 1.8. */
    @Test
    void aLossThatRoseFarAboveAGuessHasDiverged() {
        Diagnosis diagnosis =
                SeenTraining.diagnosis(30, look -> look < 5 ? 1.8 : 3.4, look -> SeenTraining.moving(0.01));

        assertEquals(Verdict.DIVERGED, diagnosis.verdict(), diagnosis.line());
        assertEquals(Cause.LARGE_STEPS, diagnosis.cause());
    }

    /** 290 steps of 10⁻³ of the weights are 0.29 of them, which 290 of 10⁻² exceed. */
    @Test
    void stepsAreSmallWhereAllOfThemLeadNowhere() {
        assertEquals(Cause.SMALL_STEPS, standing(1e-3, look -> 2).cause());
        assertEquals(Cause.LARGE_STEPS, standing(1e-2, look -> 2).cause());
        assertEquals(
                Cause.LARGE_STEPS,
                standing(1e-3, look -> look == 5 || look == 6 || look == 7 ? 4 : 2)
                        .cause());
        assertEquals(
                Cause.SMALL_STEPS,
                standing(1e-6, look -> look == 5 || look == 6 || look == 7 ? 4 : 2)
                        .cause());
    }

    /** From 2.9 to 1.9, but that chance throws looks by 0.3 to and fro, and the last five by 0.25: halves of 2.28 and 2.23 of late. */
    @Test
    void aFallThatSmallBatchesHideIsNoStandstill() {
        Diagnosis diagnosis = SeenTraining.diagnosis(
                21, look -> 2.9 - 0.05 * look + (look < 16 ? 0 : 0.25) + (look % 2 == 0 ? 0.3 : -0.3), 0.001);

        assertEquals(
                "not judged: the loss is 122% of a guess's and falling, and it is too early to say", diagnosis.line());
    }

    /** 0.3 to and fro over 21 looks could hide a fall of 13%; over 200 looks 4%. */
    @Test
    void aStandstillOfSmallBatchesIsToldOnceThereAreEnoughOfThem() {
        IntToDoubleFunction loss = look -> look % 2 == 0 ? 2.3 : 1.7;

        // 10⁻⁶ of the weights a step: of 200 steps 2 · 10⁻⁴ of them, so that whatever the loss does, nothing is
        // learned.
        assertEquals(Verdict.STAGNATING, SeenTraining.diagnosis(21, loss, 1e-6).verdict());
        assertEquals(
                "not judged: the loss is 115% of a guess's, and it is too early to say",
                SeenTraining.diagnosis(21, loss, 0.001).line());
        assertEquals(
                Verdict.STAGNATING, SeenTraining.diagnosis(200, loss, 0.001).verdict());
    }

    /** Strong label smoothing leaves 2 to 1.97: at 1.988 40% of that is done. Symptom: stagnating, as 1.988 is 99% of 2. */
    @Test
    void aShortWayIsMeasuredByItsOwnLength() {
        HealthLog log =
                SeenTraining.of(30, 1.97, look -> 1.988, look -> SeenTraining.SOUND, look -> SeenTraining.SOUND);

        assertEquals(Verdict.HEALTHY, Judge.diagnose(log, 0, null).verdict());
    }

    /** 6.0 to 5.4 over 200 steps: 5% over the last hundred, and no tenth. 6.0 to 3.6: a quarter. */
    @Test
    void aLossFarAboveAGuessMustFallFast() {
        assertEquals(
                Verdict.STAGNATING,
                SeenTraining.diagnosis(21, look -> 6 - 0.03 * look, 0.001).verdict());
        assertEquals(
                Verdict.NOT_JUDGED,
                SeenTraining.diagnosis(21, look -> 6 - 0.12 * look, 0.001).verdict());
    }

    /** From step 201 on 20 times the gradient, and a loss that stays: known once 100 steps have not brought it back. */
    @Test
    void gradientsThatGrowAndStayExplode() {
        Diagnosis stays = SeenTraining.diagnosis(40, look -> 2, look -> gradient(look < 20 ? 1 : 20));
        assertEquals(Verdict.EXPLODING, stays.verdict(), stays.line());
        assertTrue(stays.evidence().startsWith("gradients grew tenfold and stayed"), stays.evidence());

        Diagnosis comesBack = SeenTraining.diagnosis(40, look -> 2, look -> gradient(look < 20 || look > 30 ? 1 : 20));
        assertEquals(Verdict.STAGNATING, comesBack.verdict(), comesBack.line());
    }

    /** At λ = 0.1 weights of 0.1, a twentieth of 2, lose 0.01 of gradient a step, and 0.0005 hold nothing. */
    @Test
    void weightsThatDecayOutweighsVanish() {
        LayerFigures faded = new LayerFigures(0.0005, 0.1, 1e-4, 1e-3, 0, 0.4, 0.6, 0.5, 0, 0, 1);
        HealthLog log = SeenTraining.of(
                30, look -> 2, look -> look < 10 ? SeenTraining.SOUND : faded, look -> SeenTraining.SOUND);

        Diagnosis decayed = Judge.diagnose(log, 0.1, null);
        assertEquals(Verdict.VANISHING, decayed.verdict(), decayed.line());
        assertEquals(Cause.WEIGHT_DECAY, decayed.cause());
        assertTrue(
                decayed.evidence().startsWith("the weights of layer 0.dense shrank to 0.050 of what they were"),
                decayed.evidence());
        assertEquals(Verdict.STAGNATING, Judge.diagnose(log, 0, null).verdict());
    }

    /** Norm of both layers: the upper one's is 1. */
    private static LayerFigures gradient(double lower) {
        return new LayerFigures(lower, 2, 0.002, 0.001, 0, 0.4, 0.6, 0.5, 0, 0, 1);
    }

    private static Diagnosis still(IntToDoubleFunction loss) {
        return standing(1e-12, loss);
    }

    private static Diagnosis standing(double share, IntToDoubleFunction loss) {
        Diagnosis diagnosis = SeenTraining.diagnosis(30, loss, share);
        assertEquals(Verdict.STAGNATING, diagnosis.verdict(), diagnosis.line());
        return diagnosis;
    }

    /** Half of the images are named rightly by a guess, and 95 of 100 here; its loss is 2. */
    @Test
    void mostNamedRightlyAtTheLossOfAGuessIsNotHealthy() {
        assertEquals(Verdict.NOT_JUDGED, naming(0.95, 2).verdict());
        assertEquals(
                "the loss is 100% of a guess's, though most images are named rightly",
                naming(0.95, 2).evidence());
        assertEquals(Verdict.HEALTHY, naming(0.95, 1.7).verdict());
    }

    private static Diagnosis naming(double accuracy, double loss) {
        HealthLog seen = SeenTraining.of(40, look -> loss, look -> SeenTraining.SOUND, look -> SeenTraining.SOUND);
        HealthLog log = new HealthLog(seen.watched(), seen.all(), List.of(4, 4), seen.boundaries());
        seen.observations()
                .forEach(one -> log.add(new Observation(
                        one.step(),
                        one.loss(),
                        one.chance(),
                        one.floor(),
                        accuracy,
                        one.guess(),
                        one.input(),
                        one.rate(),
                        one.outputGradient(),
                        one.boundaries(),
                        one.layers())));
        return Judge.diagnose(log, 0, null);
    }
}
