package io.augstream.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianTest {
    /** Published quantiles, to double precision. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.6, 0.2533471031357997",
        "0.75, 0.6744897501960817",
        "0.9, 1.2815515655446004",
        "0.95, 1.6448536269514722",
        "0.975, 1.959963984540054",
        "0.99, 2.3263478740408408",
        "0.995, 2.5758293035489004",
        "0.999, 3.090232306167813",
        "0.025, -1.959963984540054",
        "1e-5, -4.264890793922825",
        "1e-10, -6.361340902404056",
        "1e-20, -9.262340089798408",
    })
    void meetsPublishedQuantiles(double p, double quantile) {
        assertEquals(quantile, Gaussian.quantile(p), 1e-14 * Math.max(1, Math.abs(quantile)));
    }

    @Test
    void risesEverywhereAlsoWhereTheThreeFormulasMeet() {
        for (double seam : new double[] {0.075, 0.925, StrictMath.exp(-25), 1e-3, 0.5}) {
            for (int step = -50; step < 50; step++) {
                double p = seam * (1 + step * 1e-9);
                double next = seam * (1 + (step + 1) * 1e-9);
                assertTrue(Gaussian.quantile(p) < Gaussian.quantile(next), "at " + p);
            }
        }
    }

    @Test
    void isSymmetricAboutOneHalf() {
        for (int i = 1; i < 512; i++) {
            double p = i / 1024.0;
            assertEquals(-Gaussian.quantile(p), Gaussian.quantile(1 - p));
        }
    }
}
