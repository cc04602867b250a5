/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import sc.fiji.ahiq.base.Progress;

/** Told what is being computed. */
@FunctionalInterface
public interface ReproductionMonitor {

    /** Tells nobody. */
    ReproductionMonitor NONE = (step, pairs) -> Progress.NONE;

    /**
     * A dataset is going to be scored.
     *
     * @param step such as {@code psnr on live}
     * @param pairs how many, those that were scored before included
     * @return told of its pairs; may stop everything by throwing {@link sc.fiji.ahiq.base.error.CancelledException}
     */
    Progress started(String step, int pairs);
}
