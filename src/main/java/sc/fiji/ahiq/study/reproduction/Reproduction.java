/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.OfficialModels;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * Computes a table of the paper on the user's copies of the datasets, as far as these and models are there. What is
 * missing is told in the result. Blocks for as long as scoring takes; scores are kept, and another run goes on with
 * them.
 */
public final class Reproduction {

    /** The folder of scores in the output folder, which another run goes on with. */
    public static final String SCORES = "scores";

    /** What it writes into the output folder besides that and the table. */
    public static final List<String> SUBMISSION =
            List.of(ChallengeSubmission.OUTPUT, ChallengeSubmission.README, ChallengeSubmission.ZIP);

    /** The dataset whose labels its owners keep. */
    private static final String HIDDEN = "ntire2022";

    private final PaperTable table;
    private final List<PublishedRow> published;
    private final ReproductionOptions options;
    private final Scores scores;
    private final Map<String, List<EnsembleMember>> models;
    private final Map<String, DatasetCopy> datasets = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<Path> written = new ArrayList<>();

    private Reproduction(
            PaperTable table,
            List<PublishedRow> published,
            ReproductionOptions options,
            Scores scores,
            Map<String, List<EnsembleMember>> models) {
        this.table = table;
        this.published = published;
        this.options = options;
        this.scores = scores;
        this.models = models;
    }

    /**
     * Computes a table.
     *
     * @param progress told of each metric and model on each dataset, and of its pairs
     * @throws UsageException if a name among the options is unknown, a model is another network than its row says, or
     *     nothing can be computed; the message lists what is missing
     * @throws sc.fiji.ahiq.base.error.ModelException if a model cannot be opened
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails
     * @throws sc.fiji.ahiq.base.error.ResultsException if results cannot be written
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public static ReproducedTable run(PaperTable table, ReproductionOptions options, Progress progress) {
        return of(table, table.rows(), options, progress).run(table.protocol());
    }

    /**
     * Computes a table on rated pairs of the user's own.
     *
     * @param sets the pairs by names for their sets, which stand where the names of datasets do
     * @param protocol how models were made and figures are computed
     * @throws UsageException and others as {@link #run}
     */
    public static ReproducedTable runOn(
            Map<String, List<RatedPair>> sets,
            String protocol,
            PaperTable table,
            ReproductionOptions options,
            Progress progress) {
        List<PublishedRow> rows =
                table.rows().stream().map(row -> row.on(sets.keySet())).toList();
        Reproduction reproduction = of(table, rows, options, progress);
        sets.forEach((name, pairs) ->
                reproduction.datasets.put(name, new DatasetCopy(name, List.copyOf(pairs), "", List.of())));
        return reproduction.run(protocol);
    }

    private static Reproduction of(
            PaperTable table, List<PublishedRow> rows, ReproductionOptions options, Progress progress) {
        Map<String, String> rowsOfModels = rowsOfModels(rows);
        requireKnown("models", options.models().keySet(), rowsOfModels.keySet());
        requireKnown("methods", options.methods(), names(rows, PublishedRow.Kind.MODEL, PublishedRow.Kind.METRIC));
        requireKnown("datasets", options.roots().keySet(), rows.get(0).figures().keySet());
        Map<String, List<EnsembleMember>> models = new LinkedHashMap<>();
        options.models()
                .forEach((name, folders) -> models.put(
                        name,
                        folders.stream()
                                .map(folder -> EnsembleMember.open(folder).requireRow(rowsOfModels.get(name)))
                                .toList()));
        return new Reproduction(table, rows, options, new Scores(options, progress), models);
    }

    /** Rows by their names, and by these with a dataset behind them, for models that were trained on different ones. */
    private static Map<String, String> rowsOfModels(List<PublishedRow> rows) {
        Map<String, String> known = new LinkedHashMap<>();
        rows.stream().filter(row -> row.kind() == PublishedRow.Kind.MODEL).forEach(row -> {
            known.put(row.name(), row.name());
            row.figures().keySet().forEach(dataset -> known.put(row.name() + "-" + dataset, row.name()));
        });
        return known;
    }

    private static List<String> names(List<PublishedRow> rows, PublishedRow.Kind... kinds) {
        return rows.stream()
                .filter(row -> List.of(kinds).contains(row.kind()))
                .map(PublishedRow::name)
                .toList();
    }

    private static void requireKnown(String what, Set<String> given, Collection<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new UsageException("Expected " + what + " out of " + String.join(", ", known) + ", but found '"
                        + name + "'. Choose another table, or correct the name.");
            }
        }
    }

    private ReproducedTable run(String protocol) {
        List<ReproducedRow> rows = new ArrayList<>();
        for (PublishedRow row : published) {
            row.figures().forEach((dataset, figures) -> rows.add(reproduced(row, dataset, figures)));
        }
        ReproducedTable result = new ReproducedTable(table, protocol, rows, List.copyOf(missing), written);
        if (!result.isComputed() && result.failures() == 0) {
            throw new UsageException(
                    "Nothing of " + table + " can be computed. Missing: " + String.join(" Missing: ", missing));
        }
        return result;
    }

    private ReproducedRow reproduced(PublishedRow row, String name, PublishedRow.Figures published) {
        String reason = reasonNotToScore(row, name);
        if (!reason.isEmpty()) {
            return new ReproducedRow(row.method(), name, published, Optional.empty(), 0, reason);
        }
        DatasetCopy dataset = datasets.computeIfAbsent(name, key -> DatasetCopy.open(key, options));
        missing.addAll(dataset.missing());
        if (dataset.pairs().isEmpty()) {
            return new ReproducedRow(row.method(), name, published, Optional.empty(), 0, dataset.remark());
        }
        if (table.isChallenge()) {
            return submitted(row, dataset, published);
        }
        return compared(row, dataset, published);
    }

    private String reasonNotToScore(PublishedRow row, String dataset) {
        if (row.kind() == PublishedRow.Kind.NONE) {
            return "published only";
        }
        if (!options.methods().isEmpty() && !options.methods().contains(row.name())) {
            return "not asked for";
        }
        if (dataset.equals(HIDDEN) && !table.isChallenge()) {
            missing.add("the labels of " + dataset + ", which its owners keep.");
            return "hidden labels";
        }
        if (row.kind() == PublishedRow.Kind.METRIC && !scores.hasMetric(row.name())) {
            missing.add("the metric " + row.name()
                    + OfficialModels.howToGet(row.name()).orElse(", which this program does not have") + ".");
            return "no metric";
        }
        if (row.kind() == PublishedRow.Kind.MODEL && members(row, dataset).isEmpty()) {
            missing.add("a model for " + row.method() + " on " + dataset + ": give its folder by --model " + row.name()
                    + "=DIR, or --model " + row.name() + "-" + dataset + "=DIR for this dataset alone.");
            return "no model";
        }
        return "";
    }

    private List<EnsembleMember> members(PublishedRow row, String dataset) {
        return models.getOrDefault(row.name() + "-" + dataset, models.getOrDefault(row.name(), List.of()));
    }

    private ReproducedRow compared(PublishedRow row, DatasetCopy dataset, PublishedRow.Figures published) {
        boolean isModel = row.kind() == PublishedRow.Kind.MODEL;
        double[] scored = isModel
                ? scores.ofModels(dataset, members(row, dataset.name())).scores()
                : scores.ofMetric(dataset, row.name());
        Comparison comparison = new Comparison(dataset, scored);
        Optional<ComputedFigures> computed =
                table.hasSplits() && isModel ? comparison.onTestParts(options.splitSeed()) : comparison.onAll();
        return new ReproducedRow(
                row.method(), dataset.name(), published, computed, comparison.failures(), comparison.remark(computed));
    }

    private ReproducedRow submitted(PublishedRow row, DatasetCopy dataset, PublishedRow.Figures published) {
        List<EnsembleMember> members = members(row, dataset.name());
        Scores.TimedScores timed = scores.ofModels(dataset, members);
        Comparison comparison = new Comparison(dataset, timed.scores());
        if (comparison.failures() > 0) {
            missing.add("scores of " + comparison.failures() + " images, whose rows in " + scores.folder()
                    + " tell why: no submission was written.");
            return new ReproducedRow(
                    row.method(),
                    dataset.name(),
                    published,
                    Optional.empty(),
                    comparison.failures(),
                    comparison.failures() + " pairs failed");
        }
        ChallengeSubmission submission = new ChallengeSubmission(dataset.pairs(), timed, members, options);
        written.addAll(submission.write(options.output()));
        String remark = Stream.of(dataset.remark(), "submission written")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new ReproducedRow(row.method(), dataset.name(), published, Optional.empty(), 0, remark);
    }
}
