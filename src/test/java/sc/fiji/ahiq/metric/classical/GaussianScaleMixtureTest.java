/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.filter.SymmetricEigen;

class GaussianScaleMixtureTest {

    @Test
    void eigenvectorsDiagonaliseTheMatrix() {
        double[][] matrix = {{4, 1, -2}, {1, 3, 0.5}, {-2, 0.5, 1}};

        SymmetricEigen eigen = SymmetricEigen.of(matrix);

        assertThat(Arrays.stream(eigen.values()).sum()).isEqualTo(8, within(1e-12));
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 3; i++) {
                double product = 0;
                for (int j = 0; j < 3; j++) {
                    product += matrix[i][j] * eigen.vectors()[k][j];
                }
                assertThat(product).isEqualTo(eigen.values()[k] * eigen.vectors()[k][i], within(1e-12));
            }
        }
    }

    /** Components with variances 4 and 1, not correlated: x' C^-1 x / 2 of (2, 1) is (1 + 1) / 2. */
    @Test
    void multipliersAreSquaredLengthsInUnitsOfTheCovariance() {
        double[][] samples = {{2, -2, 2, -2}, {1, 1, -1, -1}};

        GaussianScaleMixture mixture = GaussianScaleMixture.fit(samples, samples, true);

        assertThat(mixture.multipliers()).containsExactly(new double[] {1, 1, 1, 1}, within(1e-12));
        assertThat(mixture.eigenvalues()).containsExactlyInAnyOrder(4, 1);
    }

    @Test
    void directionsWithoutVarianceAreLeftOut() {
        double[][] samples = {{2, -2, 2, -2}, {2, -2, 2, -2}};

        GaussianScaleMixture mixture = GaussianScaleMixture.fit(samples, samples, true);

        assertThat(mixture.multipliers()).containsExactly(new double[] {0.5, 0.5, 0.5, 0.5}, within(1e-12));
        assertThat(mixture.eigenvalues()).contains(0);
    }
}
