/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.Version;
import sc.fiji.ahiq.crop.CropPlan;
import sc.fiji.ahiq.error.ImageException;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.SourceImage;
import sc.fiji.ahiq.image.ij1.ImageFiles;
import sc.fiji.ahiq.inference.InferenceOptions;
import sc.fiji.ahiq.inference.Network;
import sc.fiji.ahiq.model.ModelFolder;
import sc.fiji.ahiq.scoring.Padding;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;

/** {@code ahiq score}. */
@Command(
        name = "score",
        description = {
            "Scores distorted images against a reference of the same size; higher is better.",
            "Images are PNG, JPEG, BMP, GIF or TIFF files."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "FILE",
            required = true,
            description = "the undistorted image")
    private Path reference;

    @Option(
            names = {"-d", "--distorted"},
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "images to score; the option may be repeated")
    private List<Path> distorted;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--crops",
            paramLabel = "PLAN",
            defaultValue = "grid",
            description = {
                "grid: the fewest crops that cover the image; five, nine: corners, centre, edge middles;",
                "random:N: N random crops (the published test has 20); dense:S: every S pixels (default: ${DEFAULT-VALUE})"
            })
    private String crops;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "of the random crops (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            defaultValue = "auto",
            description = {
                "pixel values that count as black and white, the same for both images: type (the whole range of the pixel",
                "type), min-max or display (of the reference), or LO:HI. auto is type for 8 bits and RGB, and min-max",
                "for 16 and 32 bits (default: ${DEFAULT-VALUE})"
            })
    private String range;

    @Option(
            names = "--pad",
            paramLabel = "MODE",
            defaultValue = "none",
            description =
                    "images smaller than a crop: none refuses them, reflect mirrors them (default: ${DEFAULT-VALUE})")
    private String padding;

    @Option(
            names = "--maps",
            paramLabel = "DIR",
            description = "write patch-score and patch-weight maps, 32-bit TIFF files, into this folder")
    private Path maps;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json (default: ${DEFAULT-VALUE})")
    private ScoreFormat format;

    @Mixin
    private EngineOptions engine;

    private final Cancellation cancellation;

    ScoreCommand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        InferenceOptions inference = engine.parse();
        ScoringOptions options =
                new ScoringOptions(CropPlan.parse(crops, seed), seed, RangeRule.parse(range), Padding.parse(padding));
        MapFolder mapFolder = maps == null ? null : MapFolder.create(maps, distorted);
        try (ModelFolder folder = model.open()) {
            SourceImage referenceImage = ImageFiles.open(reference);
            try (Network network = Network.open(folder, inference)) {
                engine.tell(
                        spec.commandLine().getErr(),
                        "engine " + network.engine() + ", device " + network.device() + ", batch " + network.batch());
                RunInfo run = new RunInfo(
                        folder.card().name(),
                        folder.weightsSha256(),
                        network.device(),
                        inference.precision(),
                        Version.get(),
                        options);
                PrintWriter out = spec.commandLine().getOut();
                try (ReferenceScorer scorer =
                                new ReferenceScorer(network, options, referenceImage, distorted.size() > 1);
                        ScorePrinter printer = ScorePrinter.of(format, folder.card(), out)) {
                    return scoreAll(scorer, run, printer, mapFolder);
                }
            }
        }
    }

    private int scoreAll(ReferenceScorer scorer, RunInfo run, ScorePrinter printer, MapFolder mapFolder) {
        PrintWriter err = spec.commandLine().getErr();
        TerminalProgress progress = new TerminalProgress(distorted.size(), cancellation, err);
        int failures = 0;
        for (Path file : distorted) {
            try {
                PairScore pair = scorer.score(ImageFiles.open(file), progress);
                if (mapFolder != null) {
                    mapFolder.write(file, pair.maps());
                }
                progress.pairDone();
                printer.print(ScoreRow.of(pair, run), pair.cropScores());
            } catch (ImageException e) {
                failures++;
                progress.pairDone();
                printer.print(ScoreRow.failed(reference.toString(), file.toString(), e.getMessage(), run), List.of());
                err.println("ahiq: " + e.getMessage());
            } finally {
                progress.clear();
            }
        }
        return failures == 0 ? ExitCode.OK : ExitCode.PAIRS_FAILED;
    }
}
