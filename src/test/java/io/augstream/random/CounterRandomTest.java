package io.augstream.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
    @Test
    void isTheSplitMix64ThatOthersPublish() {
        CounterRandom random = new CounterRandom(1234567);
        assertEquals(6457827717110365317L, random.nextLong());
        assertEquals(3203168211198807973L, random.nextLong());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.nextLong());
        assertEquals(4593380528125082431L, random.nextLong());
        assertEquals(Long.parseUnsignedLong("16408922859458223821"), random.nextLong());
    }

    @Test
    void agreesWithThePapersFormulaInUnboundedIntegers() {
        for (long key : new long[] {0, 1, -1, 42, Long.MIN_VALUE, 0x9e3779b97f4a7c15L}) {
            for (long index : new long[] {0, 1, 2, 1000, 1L << 40}) {
                assertEquals(inUnboundedIntegers(key, index), CounterRandom.at(key, index), key + ", " + index);
            }
        }
    }

    private static long inUnboundedIntegers(long key, long index) {
        BigInteger gamma = new BigInteger("9e3779b97f4a7c15", 16);
        BigInteger z = word(BigInteger.valueOf(key)
                .add(gamma.multiply(BigInteger.valueOf(index).add(BigInteger.ONE))));
        z = word(z.xor(z.shiftRight(30)).multiply(new BigInteger("bf58476d1ce4e5b9", 16)));
        z = word(z.xor(z.shiftRight(27)).multiply(new BigInteger("94d049bb133111eb", 16)));
        return z.xor(z.shiftRight(31)).longValue();
    }

    private static BigInteger word(BigInteger value) {
        return value.mod(BigInteger.ONE.shiftLeft(64));
    }

    @Test
    void theNthNumberDoesNotDependOnWhatWasDrawnBefore() {
        CounterRandom mixed = new CounterRandom(7);
        assertEquals(CounterRandom.at(7, 0), mixed.nextLong());
        assertEquals(CounterRandom.uniformAt(7, 1), mixed.nextDouble());
        assertEquals(CounterRandom.gaussianAt(7, 2), mixed.nextGaussian());
        assertEquals(CounterRandom.at(7, 3), mixed.nextLong());
    }

    @Test
    void uniformNumbersFillTheUnitIntervalEvenly() {
        int n = 100_000;
        int[] tenths = new int[10];
        for (int i = 0; i < n; i++) {
            double u = CounterRandom.uniformAt(99, i);
            assertTrue(u >= 0 && u < 1);
            tenths[(int) (u * 10)]++;
        }
        double chiSquare = 0;
        for (int count : tenths) {
            chiSquare += Math.pow(count - n / 10.0, 2) / (n / 10.0);
        }
        // The 99.99% point of chi-square with 9 degrees of freedom.
        assertTrue(chiSquare < 33.72, "chi-square " + chiSquare);
    }

    @Test
    void gaussianNumbersHaveTheMomentsOfTheNormalDistribution() {
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < n; i++) {
            double g = CounterRandom.gaussianAt(5, i);
            sum += g;
            squares += g * g;
            fourths += g * g * g * g;
        }
        // Four standard errors: 1, √2 and √96 over √n.
        assertEquals(0, sum / n, 4 / Math.sqrt(n));
        assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
        assertEquals(3, fourths / n, 4 * Math.sqrt(96.0 / n));
    }
}
