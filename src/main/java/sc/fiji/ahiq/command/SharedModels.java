/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.network.OpenModels;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.StackScorer;

/** The models of this process that menus, macros and scripts use: the latest stay open. Runs wait for each other. */
final class SharedModels {

    private static final OpenModels MODELS = new OpenModels(2);

    private SharedModels() {}

    /** As {@link StackScorer#score}; tells the progress while it waits for another run. */
    static List<PlaneScore> score(
            PlanePairs pairs, ScoringOptions options, Progress progress, Consumer<PlaneScore> finished) {
        return ScoringTurn.await(progress, () -> {
            try (ScoringRun run = ScoringRun.open(options, MODELS)) {
                run.notes().forEach(progress::note);
                return new StackScorer(run).score(pairs, progress, finished);
            }
        });
    }

    /** Scores all planes, of grey or RGB images, and the rectangle that is selected in the distorted one. */
    static List<PlaneScore> score(ImageSource reference, ImageSource distorted, ScoringOptions options) {
        PlanePairs pairs = PlanePairs.of(reference, distorted, ChannelMode.RGB, Optional.<Region>empty());
        return score(pairs, options, Progress.NONE, plane -> {});
    }
}
