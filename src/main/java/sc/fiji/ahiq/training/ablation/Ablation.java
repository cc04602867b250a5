/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.ablation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.PaperNetwork;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.reproduction.PaperTable;
import sc.fiji.ahiq.study.reproduction.ReproducedTable;
import sc.fiji.ahiq.study.reproduction.Reproduction;
import sc.fiji.ahiq.study.reproduction.ReproductionOptions;
import sc.fiji.ahiq.training.StepReport;
import sc.fiji.ahiq.training.Training;
import sc.fiji.ahiq.training.TrainingConfig;

/**
 * Trains the networks of some tables of the paper in one way: sizes, pairs, seed and steps are the same, and with the
 * seed the initial weights of layers of one name and shape and the crops of every step. Each has a folder of its own in
 * the output folder, and one that is begun is gone on with.
 */
public final class Ablation {

    private final AblationConfig config;
    private final ScoringOptions scoring;
    private final Progress progress;

    private Ablation(AblationConfig config, ScoringOptions scoring, Progress progress) {
        this.config = config;
        this.scoring = scoring;
        this.progress = progress;
    }

    /**
     * Trains what is not trained yet and scores the pairs of the test. Blocks for as long as that takes; another run
     * goes on.
     *
     * @param scoring how the trained networks score
     * @param progress told of every network, and asked whether to go on
     * @param reports makes what is told of every step of a network
     * @throws UsageException if a network in the output folder was trained in another way
     * @throws sc.fiji.ahiq.base.error.AhiqException as {@link Training#run} and {@link Reproduction#run} do
     */
    public static List<ReproducedTable> run(
            AblationConfig config, ScoringOptions scoring, Progress progress, Supplier<Consumer<StepReport>> reports) {
        Ablation ablation = new Ablation(config, scoring, progress);
        Map<String, List<RatedPair>> tests = ablation.tests();
        Map<Architecture, Path> models = new LinkedHashMap<>();
        ablation.networks().forEach((architecture, name) -> {
            progress.note("Network " + (models.size() + 1) + " of "
                    + ablation.networks().size() + ": " + name);
            models.put(architecture, ablation.train(architecture, name, reports.get()));
        });
        return config.tables().stream()
                .map(table -> ablation.table(table, tests, models))
                .toList();
    }

    /**
     * Looks whether a new run may write into the output folder; one where a network is begun goes on.
     *
     * @throws UsageException if a file is there that may not be replaced
     */
    public static void require(AblationConfig config, OutputRule rule) {
        Path output = config.training().output();
        Ablation ablation = new Ablation(config, ScoringOptions.defaults(), Progress.NONE);
        if (ablation.networks().values().stream().noneMatch(name -> isBegun(output.resolve(name)))) {
            config.tables().forEach(table -> rule.require(output.resolve(table + ".csv")));
        }
    }

    private static boolean isBegun(Path training) {
        return Files.exists(training.resolve("checkpoint"));
    }

    private Map<String, List<RatedPair>> tests() {
        Map<String, List<RatedPair>> tests = new LinkedHashMap<>();
        config.tests().forEach((name, files) -> tests.put(name, files.pairs(progress)));
        return tests;
    }

    /** Those of all rows, each under the name of the first. */
    private Map<Architecture, String> networks() {
        Map<Architecture, String> networks = new LinkedHashMap<>();
        for (PaperTable table : config.tables()) {
            table.rowNames().forEach(row -> networks.putIfAbsent(architecture(row), row));
        }
        return networks;
    }

    private Architecture architecture(String row) {
        return PaperNetwork.named(row).orElseThrow().of(config.base());
    }

    private Path train(Architecture architecture, String name, Consumer<StepReport> reports) {
        TrainingConfig training = config.training().of(name, architecture);
        return Training.run(
                training,
                scoring.models(),
                scoring.inference().engine(),
                isBegun(training.output()),
                progress,
                reports);
    }

    private String protocol() {
        TrainingConfig training = config.training();
        TrainingConfig.Schedule schedule = training.schedule();
        return "Published on the NTIRE 2022 test set for the networks of the paper; computed for small ones, all trained from"
                + " scratch in one way, with seed " + training.seed() + " for "
                + (schedule.steps().isPresent()
                        ? schedule.steps().getAsLong() + " steps"
                        : schedule.epochs().getAsInt() + " epochs")
                + " of " + training.batch() + " pairs";
    }

    private ReproducedTable table(
            PaperTable table, Map<String, List<RatedPair>> tests, Map<Architecture, Path> models) {
        Map<String, List<Path>> rows = new LinkedHashMap<>();
        table.rowNames().forEach(row -> rows.put(row, List.of(models.get(architecture(row)))));
        return Reproduction.runOn(
                tests,
                protocol(),
                table,
                new ReproductionOptions(
                        Optional.empty(),
                        Map.of(),
                        rows,
                        Set.of(),
                        scoring,
                        OptionalLong.empty(),
                        false,
                        config.training().output()),
                progress);
    }
}
