/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.batch.BatchSummary;

/**
 * Scores of datasets by metrics and models: a results file for each in a folder, which is gone on with. Higher is
 * better, always.
 */
final class Scores {

    private static final int HASH_DIGITS = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ReproductionOptions options;
    private final Progress progress;
    private final Metrics metrics = Metrics.ofClassPath();
    private final Path folder;

    /** @throws sc.fiji.ahiq.base.error.UsageException if the folder of results cannot be made */
    Scores(ReproductionOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.folder = Folder.make(options.output().resolve(Reproduction.SCORES));
    }

    /** Where results files are. */
    Path folder() {
        return folder;
    }

    boolean hasMetric(String name) {
        return metrics.find(name).isPresent()
                || options.scoring().models().metrics().containsKey(name);
    }

    double[] ofMetric(DatasetCopy dataset, String name) {
        MetricSelection selection =
                MetricSelection.parse(name, metrics, options.scoring().models());
        double[] scores = score(
                        dataset,
                        name,
                        folder.resolve(dataset.name() + "-" + name + ".csv"),
                        options.scoring().withMetrics(selection))
                .scores();
        boolean negate = selection.descriptions().get(0).direction() == Direction.LOWER_IS_BETTER;
        return negate ? DoubleStream.of(scores).map(score -> -score).toArray() : scores;
    }

    /** The mean score of the models, and the time that a pair takes them all. */
    TimedScores ofModels(DatasetCopy dataset, List<EnsembleMember> members) {
        double[] sum = new double[dataset.pairs().size()];
        double seconds = 0;
        String device = "";
        for (EnsembleMember member : members) {
            TimedScores scores = score(
                    dataset,
                    member.name(),
                    folder.resolve(dataset.name() + "-" + file(member)),
                    options.scoring()
                            .withMetrics(MetricSelection.AHIQ)
                            .withModel(member.folder().toString()));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += scores.scores()[i] / members.size();
            }
            seconds += scores.secondsPerPair();
            device = scores.device();
        }
        return new TimedScores(sum, seconds, device);
    }

    /** A file of its own for each model and way of scoring, so that results of others stay. */
    private String file(EnsembleMember member) {
        String crops = options.scoring().crops().toString().replace(':', '-');
        return member.weightsSha256().substring(0, HASH_DIGITS) + "-" + crops + "-seed-"
                + options.scoring().seed() + ".csv";
    }

    private TimedScores score(DatasetCopy dataset, String name, Path results, ScoringOptions scoring) {
        BatchOptions batch = BatchOptions.of(scoring).resuming();
        long start = System.nanoTime();
        progress.note(name + " on " + dataset.name() + ": " + dataset.pairs().size() + " pairs");
        BatchSummary summary = Batch.score(dataset.pairs(), batch, results, progress);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        ScoreColumn read = new ScoreColumn(results, scoring.metrics().names().get(0));
        double secondsPerPair = summary.scored() == 0 ? Double.NaN : seconds / summary.scored();
        return new TimedScores(read.of(dataset.pairs()), secondsPerPair, read.device());
    }

    /**
     * Scores, higher is better.
     *
     * @param scores one for each pair; NaN for those that could not be scored
     * @param secondsPerPair of the whole run, start and pairs side by side included; NaN if all were scored by an
     *     earlier run
     * @param device of the network
     */
    record TimedScores(double[] scores, double secondsPerPair, String device) {}
}
