package io.augstream.lab.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * exp H of the singular values σ of a matrix as shares of their sum, H = −Σ pᵢ ln pᵢ (Roy and Vetterli 2007, section 2): 1 where all rows
 * are multiples of one, n where n directions are as strong, and in between of others. A matrix of zeros has 0.
 */
public final class EffectiveRank {
    private EffectiveRank() {}

    /** @param rows all as long, finite, at least one */
    public static double of(List<float[]> rows) {
        double[][] matrix = rows.stream().map(EffectiveRank::widened).toArray(double[][]::new);
        double[] values = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false)).getSingularValues();
        double sum = Arrays.stream(values).sum();
        double entropy = Arrays.stream(values)
                .map(value -> value / sum)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share))
                .sum();
        return sum == 0 ? 0 : Math.exp(entropy);
    }

    private static double[] widened(float[] row) {
        double[] wide = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            wide[i] = row[i];
        }
        return wide;
    }
}
