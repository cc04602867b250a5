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
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.OpenModel;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.batch.MapFolder;

/** {@code ahiq score}. */
@Command(
        name = "score",
        description = {
            "Scores distorted images against a reference of the same size, by AHIQ (higher is better) and other metrics.",
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

    @Option(
            names = "--metrics",
            paramLabel = "NAMES",
            defaultValue = "ahiq",
            description = {
                "metrics, separated by commas, such as ahiq,psnr,fsimc; 'ahiq metrics' lists them;",
                "script:FILE is a TorchScript file, forward(reference, distorted) on two",
                "float32 tensors (1, 3, height, width), with options after the file:",
                "script:FILE@range=0:1@size=any@direction=higher are the defaults;",
                "range: values for black and white, size=N: mean over crops of N x N,",
                "direction=lower: lower is better;",
                "without ahiq no model is needed (default: ${DEFAULT-VALUE})"
            })
    private String metrics;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--crops",
            paramLabel = "PLAN",
            defaultValue = "grid",
            description = {
                "grid: the fewest crops that cover the image",
                "five, nine: corners and centre; and edge middles",
                "random:N: N random crops (published test: 20)",
                "dense:S: overlapping, one every S pixels",
                "(default: ${DEFAULT-VALUE})"
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
                "pixel values that count as black and white:",
                "type: the whole range of the pixel type",
                "min-max, display: of the reference",
                "LO:HI: this interval; such as 0:4095",
                "auto: type for 8 bits and RGB, min-max for others",
                "(default: ${DEFAULT-VALUE})"
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
            description = "write patch-score and patch-weight maps, and quality maps of other metrics, 32-bit TIFF"
                    + " files, into this folder")
    private Path maps;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "write a PNG file that shows where images are bad: a row for each, with the reference, the"
                    + " image, its patch scores and its patch weights, dark (0) to bright (1)")
    private Path picture;

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
        refuseUnknownOptions();
        ScoringOptions options = ScoringOptions.defaults()
                .withInference(engine.parse())
                .withMetrics(MetricSelection.parse(metrics, Metrics.ofClassPath()))
                .withModel(model.name())
                .withModels(model.store())
                .withCrops(CropPlan.parse(crops, seed), seed)
                .withRange(RangeRule.parse(range))
                .withPadding(Padding.parse(padding))
                .withMaps(maps != null);
        if (picture != null) {
            PictureFile.requireUsable(picture, options.metrics());
        }
        try (ScoringRun run = ScoringRun.open(options)) {
            for (OpenModel open : run.models()) {
                engine.tell(
                        spec.commandLine().getErr(),
                        "engine " + open.network().engine() + ", device "
                                + open.network().device() + ", batch "
                                + open.network().batch());
            }
            return scoreAll(run, ImageFiles.open(reference));
        }
    }

    /** Picocli takes them for images, because {@code --distorted} takes any number of values. */
    private void refuseUnknownOptions() {
        for (Path file : distorted) {
            if (file.toString().startsWith("-")) {
                throw new UsageException("Unknown option '" + file
                        + "': 'ahiq score --help' lists all. If it is an image," + " write ./" + file + ".");
            }
        }
    }

    private int scoreAll(ScoringRun run, ImagePlane referenceImage) {
        PictureFile pictureFile = picture == null
                ? null
                : new PictureFile(picture, referenceImage, run.info().options().range());
        MapFolder<Path> mapFolder = maps == null ? null : MapFolder.create(maps, distorted, file -> file);
        try (ReferenceScorer scorer = run.scorer(referenceImage, distorted.size() > 1);
                ScorePrinter printer =
                        ScorePrinter.of(format, run, spec.commandLine().getOut())) {
            return scoreAll(scorer, run.info(), printer, mapFolder, pictureFile);
        }
    }

    private int scoreAll(
            ReferenceScorer scorer,
            RunInfo run,
            ScorePrinter printer,
            MapFolder<Path> mapFolder,
            PictureFile pictureFile) {
        PrintWriter err = spec.commandLine().getErr();
        String step = run.metrics().size() == 1 && run.options().metrics().hasWeights() ? "crop" : "step";
        TerminalProgress progress = new TerminalProgress(cancellation, err);
        progress.step("pair");
        int done = 0;
        int failures = 0;
        for (Path file : distorted) {
            try {
                ImagePlane image;
                PairScore pair;
                try {
                    image = ImageFiles.open(file);
                    Progress part = progress.part(done++, distorted.size());
                    part.step(step);
                    pair = scorer.score(image, part);
                } finally {
                    progress.clear();
                }
                printer.print(
                        ScoreRow.of(pair, run),
                        pair.crops().map(CropScores::scores).orElse(List.of()));
                if (mapFolder != null) {
                    mapFolder.write(file, pair);
                }
                if (pictureFile != null) {
                    pair.crops().ifPresent(crops -> pictureFile.add(image, crops.maps()));
                }
                if (pair.error().isPresent()) {
                    failures++;
                    err.println("ahiq: " + pair.error().get());
                }
            } catch (ImageException e) {
                failures++;
                err.println("ahiq: " + e.getMessage());
                printer.print(ScoreRow.failed(reference.toString(), file.toString(), e.getMessage(), run), List.of());
            }
        }
        if (pictureFile != null) {
            pictureFile.write();
        }
        return failures == 0 ? ExitCode.OK : ExitCode.PAIRS_FAILED;
    }
}
