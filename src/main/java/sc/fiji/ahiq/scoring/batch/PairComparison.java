/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ReferenceScorer;

/** How a pair is scored whose images are open; called by several threads. */
@FunctionalInterface
public interface PairComparison {

    /**
     * @throws sc.fiji.ahiq.base.error.ImageException as {@link ReferenceScorer#score(ImagePlane, Progress)}; so are the
     *     others
     */
    PairScore score(ReferenceScorer reference, ImagePlane distorted, Progress progress);
}
