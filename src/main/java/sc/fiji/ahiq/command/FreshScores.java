/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.batch.BatchSummary;
import sc.fiji.ahiq.study.dataset.Dataset;
import sc.fiji.ahiq.study.dataset.Datasets;

/**
 * Scores of a dataset, made for an evaluation.
 *
 * @param file the results file
 * @param notes what the user should know of the dataset and of the run
 */
record FreshScores(Path file, String notes, BatchSummary run) {

    static final String FILE = "results.csv";

    /**
     * Goes on with {@code results.csv} in a folder.
     *
     * @param name of the dataset
     * @param root folder of the dataset
     * @param folder made if need be
     * @throws UsageException if nobody has rated the images of the dataset, or the folder cannot be made
     */
    static FreshScores make(String name, Path root, Path folder, BatchOptions options, Progress progress) {
        Dataset dataset = Datasets.open(name, root);
        if (dataset.pairs().stream().allMatch(pair -> pair.mos().isEmpty())) {
            throw new UsageException("Expected a dataset with opinions, but "
                    + dataset.description().title() + " has none. Score it by ahiq batch.");
        }
        Path file = Folder.make(folder).resolve(FILE);
        BatchSummary run =
                ScoringTurn.await(progress, () -> Batch.score(dataset.pairs(), options.resuming(), file, progress));
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.add(run.toString());
        return new FreshScores(file, String.join(System.lineSeparator(), notes), run);
    }

    /** @throws ImageException if pairs could not be scored */
    void requireAll() {
        if (run.failed() > 0) {
            throw new ImageException(run.failed() + " of " + run.pairs()
                    + " pairs could not be scored, the others are evaluated. See the column error of " + file
                    + "; the first: " + run.firstError().orElseThrow());
        }
    }
}
