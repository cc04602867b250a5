/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.scoring.OpenMetrics;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreMonitor;
import sc.fiji.ahiq.scoring.StackScorer;

/**
 * Scores images, headless. Networks that were opened stay open for the next call, the latest ones at most, until this is
 * closed; they hold native memory. Thread safe; calls wait for each other.
 *
 * <pre>{@code
 * try (Ahiq ahiq = new Ahiq(1)) {
 *     ImageSource reference = ImageFiles.source(Path.of("reference.png"));
 *     ImageSource distorted = ImageFiles.source(Path.of("distorted.png"));
 *     List<PlaneScore> scores = ahiq.score(ScoreRequest.of(reference, distorted, Path.of("model")), ScoreMonitor.NONE);
 * }
 * }</pre>
 */
public final class Ahiq implements AutoCloseable {

    private static final Ahiq SHARED = new Ahiq(2);

    private final int keptNetworks;
    private final Map<OpenModel.Key, OpenModel> models = new LinkedHashMap<>(16, 0.75f, true);

    /** @param keptNetworks how many networks stay open, at least 1 */
    public Ahiq(int keptNetworks) {
        if (keptNetworks < 1) {
            throw new IllegalArgumentException("At least one network is kept, not " + keptNetworks);
        }
        this.keptNetworks = keptNetworks;
    }

    /** The one of this process, used by menus and macros. Closing it frees its networks; it can be used again. */
    public static Ahiq shared() {
        return SHARED;
    }

    /**
     * Scores every plane of the distorted image; blocks until all are done. Of several planes one that cannot be scored, and of
     * several metrics one that cannot score a plane, gives a row with the reason.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if the images do not belong together, or no metric can score the only plane
     * @throws sc.fiji.ahiq.base.error.ModelException if the model cannot be opened
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails or the device is not there
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code monitor} throws it
     */
    public synchronized List<PlaneScore> score(ScoreRequest request, ScoreMonitor monitor) {
        PlanePairs pairs =
                PlanePairs.of(request.reference(), request.distorted(), request.channels(), request.region());
        if (request.scoring().metrics().includesAhiq()) {
            OpenModel model = open(OpenModel.Key.of(request.model(), request.inference()));
            RunInfo run = new RunInfo(
                    model.name(),
                    model.weightsSha256(),
                    model.network().device(),
                    request.inference().precision(),
                    Version.get(),
                    request.scoring());
            return score(pairs, Optional.of(model.network()), run, request.inference(), monitor);
        }
        RunInfo run = RunInfo.withoutModel(Version.get(), request.scoring());
        return score(pairs, Optional.empty(), run, request.inference(), monitor);
    }

    private static List<PlaneScore> score(
            PlanePairs pairs,
            Optional<Network> network,
            RunInfo run,
            InferenceOptions inference,
            ScoreMonitor monitor) {
        try (OpenMetrics metrics = OpenMetrics.open(run.options().metrics(), network, inference)) {
            return new StackScorer(metrics, run).score(pairs, monitor);
        }
    }

    private OpenModel open(OpenModel.Key key) {
        OpenModel kept = models.get(key);
        if (kept != null) {
            return kept;
        }
        while (models.size() >= keptNetworks) {
            closeEldest();
        }
        OpenModel opened = OpenModel.open(key);
        models.put(key, opened);
        return opened;
    }

    private void closeEldest() {
        Iterator<OpenModel> eldestFirst = models.values().iterator();
        OpenModel eldest = eldestFirst.next();
        eldestFirst.remove();
        eldest.network().close();
    }

    @Override
    public synchronized void close() {
        while (!models.isEmpty()) {
            closeEldest();
        }
    }
}
