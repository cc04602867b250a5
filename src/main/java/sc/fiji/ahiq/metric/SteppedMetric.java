/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.io.Serializable;
import java.util.List;
import sc.fiji.ahiq.base.Progress;

/**
 * A metric whose comparisons fall into steps, such as crops or tiles, that can be made apart, on several machines;
 * together they give the result of the whole to the last bit. Preparing a reference computes nothing yet.
 */
public interface SteppedMetric extends Metric {

    @Override
    InSteps<?> prepare(Reference reference);

    /** @param <S> what is found in a step */
    interface InSteps<S extends Serializable> extends Prepared {

        /** Steps of a comparison. */
        int steps();

        /**
         * Steps that go through the engine at once, of whose number the last bits depend: to be made together, from a
         * multiple of it on.
         */
        int stepsAtOnce();

        /**
         * Makes the steps from {@code from} to {@code to}, exclusive; otherwise as the comparison of the whole.
         *
         * @return what was found in each, in their order
         */
        List<S> compare(Distorted distorted, int from, int to, Progress progress);

        /** @param steps what was found in all, in their order */
        MetricResult join(Distorted distorted, List<S> steps);

        @Override
        default MetricResult compare(Distorted distorted, Progress progress) {
            return join(distorted, compare(distorted, 0, steps(), progress));
        }
    }
}
