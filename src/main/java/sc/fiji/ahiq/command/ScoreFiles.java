/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.batch.MapFolder;

/**
 * Scores image files against the file of their reference. Throws an {@link ImageException}, after scoring all others,
 * with the reasons why some could not be scored.
 */
@Plugin(
        type = Command.class,
        name = "score",
        label = "AHIQ Score Files...",
        description =
                "Scores distorted images against a reference of the same size, by AHIQ (higher is better) and other metrics.\n"
                        + "Images are PNG, JPEG, BMP, GIF or TIFF files.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ScoreFiles extends ScoringInputs implements RowSource, PrintingCommand, WritingCommand {

    @Parameter(
            label = "Reference",
            description = "the undistorted image; not for metrics that need none, such as niqe",
            attrs = @Attr(name = Input.SHORT, value = "r"),
            persist = false,
            required = false)
    private File reference;

    @Parameter(
            label = "Distorted",
            description = "images to score; may be repeated",
            attrs = {@Attr(name = Input.SHORT, value = "d"), @Attr(name = Input.MANY)},
            persist = false)
    private File[] distorted;

    @Parameter(
            label = "Folder for maps",
            description = ScoreFolder.MAPS,
            style = FileWidget.DIRECTORY_STYLE,
            persist = false,
            required = false)
    private File maps;

    @Parameter(
            label = "Picture",
            description =
                    "write a PNG file that shows where images are bad: for each its name and score, the reference, the"
                            + " image, its patch scores, dark (bad) to bright, and the image, dark where it counts little",
            style = FileWidget.SAVE_STYLE,
            persist = false,
            required = false)
    private File picture;

    @Parameter(
            label = "Format",
            description = "of the scores as text",
            choices = {"table", "csv", "json"},
            attrs = @Attr(name = Input.VALUE, value = "FORMAT"),
            persist = false,
            required = false)
    private String format = "table";

    @Parameter(label = "Scores", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String scores;

    private PrintWriter out;
    private Consumer<ScoreRow> rows = row -> {};

    public ScoreFiles() {
        super("ahiq");
    }

    @Override
    public void setOut(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void setRows(Consumer<ScoreRow> rows) {
        this.rows = rows;
    }

    @Override
    protected void execute() {
        ScoringOptions options = scoring(selection()).withMaps(maps != null || picture != null);
        TextFormat chosen = TextFormat.parse(format);
        if (reference == null && options.metrics().needsReference()) {
            throw new UsageException("The reference is missing: expected reference=FILE (--reference), for not all of "
                    + options.metrics() + " do without.");
        }
        if (picture != null) {
            PictureFile.requireUsable(picture.toPath(), options.metrics());
            outputs(inputs()).require(picture.toPath());
        }
        StringWriter text = new StringWriter();
        List<String> errors;
        try {
            errors = ScoringTurn.await(
                    progress(), () -> score(options, chosen, out == null ? new PrintWriter(text) : out));
        } finally {
            scores = text.toString().isEmpty() ? null : text.toString().stripTrailing();
        }
        if (!errors.isEmpty()) {
            throw new ImageException(String.join(System.lineSeparator(), errors));
        }
    }

    private List<String> score(ScoringOptions options, TextFormat chosen, PrintWriter writer) {
        try (ScoringRun run = ScoringRun.open(options)) {
            run.notes().forEach(progress()::note);
            tellEngine(run);
            return scoreAll(run, chosen, writer);
        }
    }

    private File[] inputs() {
        return Stream.concat(Stream.of(distorted), Stream.ofNullable(reference)).toArray(File[]::new);
    }

    private void tellEngine(ScoringRun run) {
        run.models().forEach(model -> progress()
                .detail("engine " + model.network().engine() + ", device "
                        + model.network().device() + ", batch "
                        + model.network().batch()));
    }

    /** The reasons why some were not scored; where the reference cannot be read, each row has this one. */
    private List<String> scoreAll(ScoringRun run, TextFormat chosen, PrintWriter writer) {
        List<Path> files = Stream.of(distorted).map(File::toPath).toList();
        Optional<MapFolder<Path>> folder =
                Optional.ofNullable(maps).map(path -> MapFolder.create(path.toPath(), files, file -> file));
        folder.ifPresent(written -> written.require(
                outputs(inputs()), run.info().options().metrics().names()));
        try (ScorePrinter printer = ScorePrinter.of(chosen, run, writer)) {
            ImagePlane image;
            try {
                image = reference == null ? null : ImageFiles.open(reference.toPath());
            } catch (ImageException e) {
                files.forEach(file -> printFailure(file, e.getMessage(), run, printer));
                return List.of(e.getMessage());
            }
            if (image != null) {
                tell(image);
            }
            return scoreAll(run, image, files, folder, printer);
        }
    }

    private List<String> scoreAll(
            ScoringRun run,
            ImagePlane image,
            List<Path> files,
            Optional<MapFolder<Path>> folder,
            ScorePrinter printer) {
        Optional<PictureFile> shown = Optional.ofNullable(reference == null ? null : picture)
                .map(file -> new PictureFile(
                        file.toPath(), image, run.info().options().range()));
        List<String> errors = new ArrayList<>();
        progress().step("pair");
        try (ReferenceScorer shared = image == null ? null : run.scorer(image, files.size() > 1)) {
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                Progress part = progress().part(i, files.size());
                part.step("step");
                try {
                    ImagePlane plane = ImageFiles.open(file);
                    tell(plane);
                    PairScore pair = score(run, shared, plane, part);
                    print(
                            ScoreRow.of(pair, run.info()),
                            pair.crops().map(CropScores::scores).orElse(List.of()),
                            printer);
                    folder.ifPresent(kept -> kept.write(file, pair));
                    shown.ifPresent(kept -> kept.add(
                            plane,
                            run.info().metrics().stream()
                                    .map(RunInfo.Scorer::description)
                                    .toList(),
                            pair));
                    pair.error().ifPresent(errors::add);
                } catch (ImageException e) {
                    errors.add(e.getMessage());
                    printFailure(file, e.getMessage(), run, printer);
                }
            }
        }
        shown.ifPresent(PictureFile::write);
        return errors;
    }

    /** What was done to an image. */
    private void tell(ImagePlane image) {
        image.notes().forEach(note -> progress().note(image.name() + ": " + note + "."));
    }

    private void printFailure(Path file, String error, ScoringRun run, ScorePrinter printer) {
        String name = reference == null ? "" : WebAddress.written(reference.toPath());
        print(ScoreRow.failed(name, WebAddress.written(file), error, run.info()), List.of(), printer);
    }

    private static PairScore score(ScoringRun run, ReferenceScorer shared, ImagePlane image, Progress progress) {
        if (shared != null) {
            return shared.score(image, progress);
        }
        try (ReferenceScorer alone = run.scorerWithoutReference(image)) {
            return alone.score(image, progress);
        }
    }

    private void print(ScoreRow row, List<CropScore> crops, ScorePrinter printer) {
        printer.print(row, crops);
        rows.accept(row);
    }
}
