/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.List;
import java.util.function.Consumer;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;

/** This process. Outcomes come in the order of the pairs. */
final class LocalSite implements ScoringSite {

    private final ScoringRun run;

    private LocalSite(ScoringRun run) {
        this.run = run;
    }

    static LocalSite open(ScoringOptions options) {
        return new LocalSite(ScoringRun.open(options));
    }

    @Override
    public RunInfo info() {
        return run.info();
    }

    @Override
    public List<String> notes() {
        return run.notes();
    }

    @Override
    public void score(BatchWork work, Consumer<PairOutcome> outcomes) {
        new PairScoring(run, ScoringCapacity.ofMachine())
                .score(
                        work.pairs(),
                        work.keys(),
                        (pair, key) -> work.isDone(pair, key, run.info().metrics()),
                        (done, total) -> work.check().run(),
                        outcomes);
    }

    @Override
    public long encodedReferenceCrops() {
        return run.encodedReferenceCrops();
    }

    @Override
    public void close() {
        run.close();
    }
}
