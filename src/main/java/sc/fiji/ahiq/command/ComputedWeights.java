/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.Ahiq;
import sc.fiji.ahiq.ScoreRequest;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreMonitor;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;
import sc.fiji.ahiq.study.evaluation.report.WeightMaps;

/** Patch weights of pairs that are scored once more for them. Opens the model when it is first needed. */
final class ComputedWeights implements WeightMaps, AutoCloseable {

    private final Ahiq ahiq = new Ahiq(1);
    private final Path model;
    private final ScoringOptions scoring;
    private final InferenceOptions inference;

    ComputedWeights(Path model, ScoringOptions scoring, InferenceOptions inference) {
        this.model = model;
        this.scoring = scoring.withMetrics(MetricSelection.AHIQ_ALONE);
        this.inference = inference;
    }

    @Override
    public Optional<float[]> of(EvaluatedPair pair, ImagePlane reference, ImagePlane distorted) {
        ScoreRequest request = ScoreRequest.of(ImageSource.of(reference), ImageSource.of(distorted), model)
                .withScoring(scoring)
                .withInference(inference);
        List<PlaneScore> planes = ahiq.score(request, ScoreMonitor.NONE);
        return planes.get(0).pair().map(score -> score.maps().weightMap());
    }

    @Override
    public void close() {
        ahiq.close();
    }
}
