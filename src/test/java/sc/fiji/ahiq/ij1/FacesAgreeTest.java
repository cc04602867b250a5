/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import sc.fiji.ahiq.cli.Main;
import sc.fiji.ahiq.command.AhiqService;
import sc.fiji.ahiq.command.ScorePair;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;

/** The same pair has the same score by every way into the program. */
class FacesAgreeTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeFiles() throws Exception {
        CompactModel.write(folder.resolve("model"));
        Files.copy(Path.of("src/test/resources/images/scene1.png"), folder.resolve("a.png"));
        Files.copy(Path.of("src/test/resources/images/scene1_blur.png"), folder.resolve("b.png"));
        PublishedLayout layout = new PublishedLayout(new UntrainedModel("x", PublishedLayout.compact(64, 8), 2));
        Safetensors.write(folder.resolve("ahiq.safetensors"), layout.ahiq(), Map.of());
        Safetensors.write(folder.resolve("cnn.safetensors"), layout.cnn(), Map.of());
        Safetensors.write(folder.resolve("vit.safetensors"), layout.vit(), Map.of());
    }

    /** On the CPU, to the last bit: all faces tell a score in so many digits that it is read back as it was. */
    @Test
    void everyFaceGivesTheSameScore() throws Exception {
        double commandLine = commandLineScore();
        assertThat(commandLine).isFinite().isNotZero();
        Map<String, Double> scores = new LinkedHashMap<>();
        scoreByServices(scores);
        scoreByHeadlessMacro(scores);
        boolean display = !GraphicsEnvironment.isHeadless();
        if (display) {
            scoreInAWindow(scores);
        }

        assertThat(scores)
                .hasSize(display ? 10 : 8)
                .allSatisfy((face, score) -> assertThat(score).as(face).isEqualTo(commandLine));
        assumeFalse(!display, "menu and recorded macro were not compared: no display");
    }

    private static double commandLineScore() throws Exception {
        ChildProcess.Result result = ChildProcess.headless(
                folder, Main.class, ("score -r a.png -d b.png -m model --device cpu --format csv").split(" "));
        assertThat(result.exitCode()).as(result.output()).isZero();
        return Double.parseDouble(result.output().split("\\R")[1].split(",")[2]);
    }

    private static void scoreByServices(Map<String, Double> scores) throws Exception {
        ImagePlus reference = new Opener().openImage(file("a.png"));
        ImagePlus distorted = new Opener().openImage(file("b.png"));
        try (Context context = new Context()) {
            List<String> complaints = new CopyOnWriteArrayList<>();
            context.service(LogService.class).addLogListener(message -> complaints.add(message.text()));
            CommandService commands = context.service(CommandService.class);
            scores.put("CommandService, file names", score(commands, file("a.png"), file("b.png")));
            scores.put("CommandService, files", score(commands, new File(file("a.png")), Path.of(file("b.png"))));
            scores.put("CommandService, ImagePlus", score(commands, reference, distorted));
            scores.put("CommandService, imglib2 images", score(commands, pixels(reference), pixels(distorted)));
            scores.put("CommandService, Views.interval", score(commands, part(reference), part(distorted)));
            scores.put(
                    "AhiqService",
                    context.service(AhiqService.class)
                            .score(reference, part(distorted), file("model"))
                            .get(0)
                            .scored()
                            .orElseThrow()
                            .score("ahiq")
                            .orElseThrow());
            assertThat(complaints).as("outputs without a display").isEmpty();
        }
    }

    private static double score(CommandService commands, Object reference, Object distorted) throws Exception {
        CommandModule module = commands.run(
                        ScorePair.class,
                        true,
                        Map.of("reference", reference, "distorted", distorted, "model", file("model"), "device", "cpu"))
                .get();
        return (Double) module.getOutput("score");
    }

    private static Img<ARGBType> pixels(ImagePlus image) {
        return ArrayImgs.argbs((int[]) image.getProcessor().getPixels(), image.getWidth(), image.getHeight());
    }

    /** A view of the image inside a larger one, with another origin. */
    private static Object part(ImagePlus image) {
        return Views.interval(
                Views.translate(Views.extendMirrorSingle(pixels(image)), 7, -3),
                new long[] {7, -3},
                new long[] {image.getWidth() + 6, image.getHeight() - 4});
    }

    private static void scoreByHeadlessMacro(Map<String, Double> scores) throws Exception {
        Path csv = folder.resolve("macro.csv");
        Path macro = folder.resolve("score.ijm");
        Files.writeString(
                macro,
                "run('AHIQ Score Pair...', 'reference=a.png distorted=[b.png] model=model device=cpu');\n"
                        + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + csv + "');\n"
                        + "open('a.png'); open('b.png');\n"
                        + "score = call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Score Pair...',"
                        + " 'reference=a.png distorted=b.png model=model device=cpu');\n"
                        + "File.saveString(score, '" + folder.resolve("called.txt") + "');\n");

        ChildProcess.Result result = ChildProcess.headless(folder, MacroProcess.class, macro.toString());

        assertThat(result.exitCode()).as(result.output()).isZero();
        scores.put("headless macro, run", savedScores(csv).get(0));
        scores.put("headless macro, call", Double.valueOf(Files.readString(folder.resolve("called.txt"))));
    }

    private static void scoreInAWindow(Map<String, Double> scores) throws Exception {
        Path screenshots =
                Files.createDirectories(Path.of("target/screenshots")).toAbsolutePath();

        ChildProcess.Result result =
                ChildProcess.withDisplay(folder, ImageJWindow.class, folder.toString(), screenshots.toString());

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(Files.readString(folder.resolve("recorded.ijm")))
                .contains("run(\"AHIQ Score Pair...\", \"reference=a.png distorted=b.png model="
                        + folder.resolve("model"));
        ImagePlus saved = IJ.openImage(folder.resolve("overlay.tif").toString());
        assertThat(saved.getOverlay().size()).isGreaterThan(10);
        List<Double> rows = savedScores(folder.resolve("gui.csv"));
        assertThat(rows)
                .hasSize(3)
                .last()
                .as("ahiq, which the recorder's run did not ask for")
                .isEqualTo(Double.NaN);
        scores.put("menu", rows.get(0));
        scores.put("recorded macro", rows.get(1));
    }

    private static List<Double> savedScores(Path csv) throws Exception {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.RFC4180.builder().setHeader().get().parse(reader).stream()
                    .map((CSVRecord row) -> Double.valueOf(row.get("ahiq")))
                    .toList();
        }
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }
}
