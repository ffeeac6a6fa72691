package io.augstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassShareTest {
    @Test
    void sharesAreTheSoftmaxLikeliestFirst() {
        // Softmax of log 1, log 5, log 2: 1/8, 5/8, 2/8. A value before the offset is another image's.
        float[] logits = {99, 0, (float) Math.log(5), (float) Math.log(2)};
        List<ClassShare> shares = ClassShare.of(logits, 1, 3);
        assertEquals(List.of(1, 2, 0), shares.stream().map(ClassShare::label).toList());
        assertEquals(0.625, shares.get(0).share(), 1e-7);
        assertEquals(0.25, shares.get(1).share(), 1e-7);
        assertEquals(0.125, shares.get(2).share(), 1e-7);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        List<ClassShare> shares = ClassShare.of(new float[] {3e38f, -3e38f}, 0, 2);
        assertEquals(new ClassShare(0, 1), shares.get(0));
        assertEquals(new ClassShare(1, 0), shares.get(1));
    }
}
