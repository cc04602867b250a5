/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.Arrays;

/** The ranges of features that regressions of BRISQUE scale by. */
final class BrisqueRanges {

    /** Of the training of the authors, file {@code allrange} of their release. */
    private static final double[][] RELEASE = {
        {0.338, 10.0},
        {0.017204, 0.806612},
        {0.236, 1.642},
        {-0.123884, 0.20293},
        {0.000155, 0.712298},
        {0.001122, 0.470257},
        {0.244, 1.641},
        {-0.123586, 0.179083},
        {0.000152, 0.710456},
        {0.000975, 0.470984},
        {0.249, 1.555},
        {-0.135687, 0.100858},
        {0.000174, 0.684173},
        {0.000913, 0.534174},
        {0.258, 1.561},
        {-0.143408, 0.100486},
        {0.000179, 0.685696},
        {0.000888, 0.536508},
        {0.471, 3.264},
        {0.012809, 0.703171},
        {0.218, 1.046},
        {-0.094876, 0.187459},
        {1.5e-05, 0.442057},
        {0.001272, 0.40803},
        {0.222, 1.042},
        {-0.115772, 0.162604},
        {1.6e-05, 0.444362},
        {0.001374, 0.40243},
        {0.227, 0.996},
        {-0.117188, 0.098323},
        {3e-05, 0.531903},
        {0.001122, 0.369589},
        {0.228, 0.99},
        {-0.12243, 0.098658},
        {2.8e-05, 0.530092},
        {0.001118, 0.370399}
    };

    private BrisqueRanges() {}

    /** Lowest and highest value of each feature in the training of the authors, one after the other. */
    static double[] release() {
        return Arrays.stream(RELEASE).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Ranges that leave features as they are. */
    static double[] none() {
        double[] ranges = new double[2 * RELEASE.length];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = i % 2 == 0 ? -1 : 1;
        }
        return ranges;
    }
}
