/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.Normalization;

/** The half precision archive. Users get it on GPUs only, but the CPU can run it too, slowly. */
class HalfPrecisionTest {

    /** Rounding of every activation to 11 bits; the largest difference seen is 7e-4 in scores of magnitude 0.3. */
    private static final double TOLERANCE = 5e-3;

    static List<Architecture> architectures() {
        return List.of(CompactArchitecture.patch8(), CompactArchitecture.patch16());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void scoresAreCloseToThoseInFloat32(Architecture architecture) {
        List<CropOutput> exact = compare(architecture, Precision.FLOAT32);
        List<CropOutput> half = compare(architecture, Precision.MIXED);

        for (int i = 0; i < exact.size(); i++) {
            assertThat((double) half.get(i).score())
                    .isCloseTo(exact.get(i).score(), within(TOLERANCE))
                    .isNotEqualTo(exact.get(i).score());
        }
    }

    private static List<CropOutput> compare(Architecture architecture, Precision precision) {
        try (Network network = new Network(
                        CompactNetworks.siamese(CompactNetworks.model(architecture), precision),
                        architecture,
                        Normalization.PUBLISHED,
                        "cpu",
                        "test",
                        3);
                ReferenceCrops reference = network.reference(CompactNetworks.crops(architecture, 1), 6, false)) {
            return network.compare(reference, CompactNetworks.crops(architecture, 2), Progress.NONE);
        }
    }
}
