/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Optional;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;
import sc.fiji.ahiq.study.evaluation.report.WeightMaps;

/** Patch weights of pairs that are scored once more for them. Opens the model when it is first needed. */
final class ComputedWeights implements WeightMaps, AutoCloseable {

    private final ScoringOptions scoring;
    private ScoringRun run;

    ComputedWeights(ScoringOptions scoring) {
        this.scoring = scoring.withMetrics(MetricSelection.AHIQ);
    }

    @Override
    public Optional<float[]> of(EvaluatedPair pair, ImagePlane reference, ImagePlane distorted) {
        if (run == null) {
            run = ScoringRun.open(scoring);
        }
        try (ReferenceScorer scorer = run.scorer(reference, false)) {
            return scorer.score(distorted, Progress.NONE).patches().map(PatchMaps::weightMap);
        }
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }
}
