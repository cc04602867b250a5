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
import java.util.List;
import java.util.Map;
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
import sc.fiji.ahiq.cli.Main;
import sc.fiji.ahiq.command.ScorePair;

/** The same pair has the same score by every way into the program. */
class FacesAgreeTest {

    @TempDir
    static Path folder;

    private static double commandLineScore;

    @BeforeAll
    static void scoreByCommandLine() throws Exception {
        CompactModel.write(folder.resolve("model"));
        Files.copy(Path.of("src/test/resources/images/scene1.png"), folder.resolve("a.png"));
        Files.copy(Path.of("src/test/resources/images/scene1_blur.png"), folder.resolve("b.png"));
        ChildProcess.Result result = ChildProcess.headless(
                folder, Main.class, ("score -r a.png -d b.png -m model --device cpu --format csv").split(" "));
        assertThat(result.exitCode()).as(result.output()).isZero();
        String[] lines = result.output().split("\\R");
        commandLineScore = Double.parseDouble(lines[1].split(",")[2]);
        assertThat(commandLineScore).isFinite().isNotZero();
    }

    @Test
    void commandServiceAgrees() throws Exception {
        ImagePlus reference = new Opener().openImage(file("a.png"));
        ImagePlus distorted = new Opener().openImage(file("b.png"));
        try (Context context = new Context()) {
            CommandService commands = context.service(CommandService.class);
            assertThat(score(commands, file("a.png"), file("b.png"))).isEqualTo(commandLineScore);
            assertThat(score(commands, new File(file("a.png")), Path.of(file("b.png"))))
                    .isEqualTo(commandLineScore);
            assertThat(score(commands, reference, distorted)).isEqualTo(commandLineScore);
            assertThat(score(commands, pixels(reference), pixels(distorted))).isEqualTo(commandLineScore);
            assertThat(score(commands, enlarged(reference), enlarged(distorted)))
                    .isEqualTo(commandLineScore);
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
    private static Object enlarged(ImagePlus image) {
        return Views.interval(
                Views.translate(Views.extendMirrorSingle(pixels(image)), 7, -3),
                new long[] {7, -3},
                new long[] {image.getWidth() + 6, image.getHeight() - 4});
    }

    @Test
    void headlessMacroAgrees() throws Exception {
        Path csv = folder.resolve("macro.csv");
        Path macro = folder.resolve("score.ijm");
        Files.writeString(
                macro,
                "run('AHIQ Score Pair...', 'reference=a.png distorted=[b.png] model=model device=cpu');\n"
                        + "open('a.png'); open('b.png');\n"
                        + "score = call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Score Pair...',"
                        + " 'reference=a.png distorted=b.png model=model device=cpu');\n"
                        + "print('score', score);\n"
                        + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + csv + "');\n");

        ChildProcess.Result result = ChildProcess.headless(folder, HeadlessMacro.class, macro.toString());

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("score " + commandLineScore);
        assertThat(savedScores(csv)).hasSize(2).allSatisfy(FacesAgreeTest::assertSame);
    }

    @Test
    void menuAndRecordedMacroAgreeInAWindow() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        Path screenshots = Path.of("target/screenshots").toAbsolutePath();

        ChildProcess.Result result = ChildProcess.withDisplay(
                folder,
                ImageJWindow.class,
                folder.toString(),
                screenshots.resolve("score-pair.png").toString());

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(savedScores(folder.resolve("gui.csv"))).hasSize(2).allSatisfy(FacesAgreeTest::assertSame);
        assertThat(Files.readString(folder.resolve("recorded.ijm")))
                .contains("run(\"AHIQ Score Pair...\", \"reference=a.png distorted=b.png model="
                        + folder.resolve("model"));
        Files.copy(
                folder.resolve("dialog.png"),
                screenshots.resolve("dialog.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        ImagePlus saved = IJ.openImage(folder.resolve("overlay.tif").toString());
        assertThat(saved.getOverlay().size()).isGreaterThan(10);
    }

    /** Tables are saved with nine decimals. */
    private static void assertSame(String saved) {
        assertThat(saved).isEqualTo(String.format(java.util.Locale.ROOT, "%.9f", commandLineScore));
    }

    private static List<String> savedScores(Path csv) throws Exception {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.RFC4180.builder().setHeader().get().parse(reader).stream()
                    .map((CSVRecord row) -> row.get("score"))
                    .toList();
        }
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }
}
