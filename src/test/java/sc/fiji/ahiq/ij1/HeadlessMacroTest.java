/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;
import sc.fiji.ahiq.network.torchscript.PairScripts;

/** Macros in a process without a display. */
class HeadlessMacroTest {

    private static final String PAIR = "reference=a.png distorted=b.png model=model device=cpu";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeModelAndImages() throws IOException {
        CompactModel.write(folder.resolve("model"));
        Files.copy(Path.of("src/test/resources/images/scene1.png"), folder.resolve("a.png"));
        Files.copy(Path.of("src/test/resources/images/scene1_blur.png"), folder.resolve("b.png"));
    }

    private ChildProcess.Result run(String... macros) throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        for (String macro : macros) {
            Path file = Files.createTempFile(folder, "macro", ".ijm");
            Files.writeString(file, macro);
            files.add(file.toString());
        }
        return ChildProcess.headless(folder, MacroProcess.class, files.toArray(String[]::new));
    }

    @Test
    void tableKeepsAllDigitsWhenSaved() throws Exception {
        Path csv = folder.resolve("scores.csv");

        ChildProcess.Result result = run("run('AHIQ Score Pair...', '" + PAIR + "');\n"
                + "run('AHIQ Score Pair...', '" + PAIR + " crops=five');\n"
                + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + csv + "');\n");

        assertThat(result.exitCode()).as(result.output()).isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("reference,distorted,channel,slice,frame,region,ahiq,error,sd,crop_plan");
        assertThat(lines.get(1))
                .containsPattern("^a\\.png,b\\.png,,1,1,\"0,0,224,224\",-?\\d\\.\\d{15,},")
                .contains(",grid,");
        assertThat(lines.get(2)).contains(",five,");
    }

    @Test
    void metricsOfARunAreColumnsThatOtherRunsLeaveEmpty() throws Exception {
        Path csv = folder.resolve("metrics.csv");
        PairScripts.write(folder.resolve("diff.pt"), PairScripts.DIFFERENCE);

        ChildProcess.Result result = run("run('AHIQ Score Pair...', '" + PAIR + "');\n"
                + "run('AHIQ Score Pair...', 'reference=a.png distorted=b.png metrics=psnr,fsimc');\n"
                + "run('AHIQ Score Pair...', 'reference=a.png distorted=b.png metrics=[gmsd, psnr,script:diff.pt@range=0:255@direction=lower] maps');\n"
                + "print(getTitle());\n"
                + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + csv + "');\n");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("gmsd of b.png");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(Files.newBufferedReader(csv))
                .getRecords();
        assertThat(rows).extracting(row -> row.get("psnr")).first().isEqualTo("NaN");
        assertThat(rows.get(1).get("psnr")).isEqualTo(rows.get(2).get("psnr")).matches("\\d\\d\\.\\d{9,}");
        assertThat(rows.get(1).get("fsimc")).matches("0\\.\\d{9,}");
        assertThat(rows.get(1).get("ahiq")).isEqualTo("NaN");
        assertThat(rows.get(2).get("gmsd")).matches("0\\.\\d{9,}");
        assertThat(rows.get(2).get("script_diff")).matches("\\d+\\.\\d{9,}");
    }

    @Test
    void callReturnsTheScore() throws Exception {
        ChildProcess.Result result =
                run("print(call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Score Pair...', '" + PAIR + "'));");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).containsPattern("(?m)^-?\\d\\.\\d{9,}$");
    }

    @Test
    void aMacroReadsItsScoresFromResultsAndByName() throws Exception {
        ChildProcess.Result result =
                run("run('AHIQ Score Pair...', 'reference=a.png distorted=b.png metrics=gmsd,psnr results');\n"
                        + "print('results ' + nResults + ' ' + d2s(getResult('gmsd', 0), 9));\n"
                        + "print('get ' + d2s(parseFloat(call('sc.fiji.ahiq.ij1.AhiqPlugIn.get', 'gmsd')), 9));\n"
                        + "print('first ' + call('sc.fiji.ahiq.ij1.AhiqPlugIn.get', 'distorted', '0'));\n"
                        + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.get', 'ssim');\n");

        assertThat(result.output())
                .containsPattern("results 1 (0\\.\\d{9})\nget \\1\nfirst b\\.png\n")
                .containsPattern(
                        "AHIQ Scores: Expected a column out of reference, .*gmsd, psnr.*, but found 'ssim'\\.");
        assertThat(result.exitCode()).isEqualTo(MacroProcess.ABORTED);
    }

    @Test
    void versionsOfAnImageAreAStackAndScoresAPlot() throws Exception {
        ChildProcess.Result result = run("setBatchMode(true);\n"
                + "run('AHIQ Compare...', 'reference=a.png distorted=[b.png;a.png] metrics=ssim');\n"
                + "print(getTitle() + ', ' + nSlices + ' slices'); setSlice(2); print(getInfo('slice.label'));\n"
                + "run('AHIQ Plot...', 'x=distorted metrics=ssim');\n"
                + "print(getTitle()); Plot.getValues(x, y); print(x.length + ' points, the last at ' + y[1]);\n");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("AHIQ comparison with a.png, 3 slices\n")
                .containsPattern("(?m)^b\\.png: ssim 0\\.\\d{4}$")
                .contains("AHIQ Plot\n2 points, the last at 1\n");
    }

    @Test
    void aRowThatIsNotThereIsRefused() throws Exception {
        ChildProcess.Result result = run("run('AHIQ Score Pair...', 'reference=a.png distorted=b.png metrics=psnr');\n"
                + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.get', 'psnr', '1');\n");

        assertThat(result.output()).contains("AHIQ Scores: Expected a row from 0 to 0, but found '1'.");
        assertThat(result.exitCode()).isEqualTo(MacroProcess.ABORTED);
    }

    @Test
    void pathsMayHaveSpaces() throws Exception {
        Path spaced = Files.createDirectories(folder.resolve("my images"));
        Files.copy(folder.resolve("a.png"), spaced.resolve("a b.png"), StandardCopyOption.REPLACE_EXISTING);
        Path table = folder.resolve("my scores.csv");

        ChildProcess.Result result = run("run('AHIQ Score Pair...', 'reference=[" + spaced.resolve("a b.png")
                + "] distorted=[my images/a b.png] model=[" + folder.resolve("model") + "] device=cpu');"
                + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + table + "');");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(Files.readAllLines(table))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(spaced.resolve("a b.png") + ",my images" + File.separator + "a b.png,");
    }

    @Test
    void theModelThatComesWithThePluginScoresWhereNoneIsNamed() throws Exception {
        Path table = folder.resolve("default.csv");

        ChildProcess.Result result = run("run('AHIQ Score Pair...', 'reference=a.png distorted=b.png device=cpu');\n"
                + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + table + "');");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(Files.readAllLines(table)).hasSize(2).last().asString().contains(",ahiq-s,");
    }

    @Test
    void modelsAreManagedAndFoundByName() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        CompactModel.write(models.resolve("mine"));

        ChildProcess.Result result = run("run('AHIQ Models...', 'models=models');\n"
                + "run('AHIQ Score Pair...', 'reference=a.png distorted=b.png model=mine device=cpu');\n"
                + "print(call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Models...',"
                + " 'models=models action=remove model=mine confirm'));\n"
                + "run('AHIQ Models...', 'models=models action=remove model=mine');\n");

        assertThat(result.output())
                .contains("mine                      models" + File.separator + "mine: UNTRAINED pseudo-random")
                .contains("Removed models" + File.separator + "mine\n")
                .contains("AHIQ Models: Nothing was removed: to delete models" + File.separator
                        + "mine, confirm it by yes=true.");
        assertThat(result.exitCode()).isEqualTo(MacroProcess.ABORTED);
        assertThat(models).isEmptyDirectory();
    }

    @Test
    void weightsAreImported() throws Exception {
        PublishedLayout layout = new PublishedLayout(new UntrainedModel("x", PublishedLayout.compact(64, 8), 2));
        Path weights = Files.createDirectories(folder.resolve("my weights"));
        Safetensors.write(weights.resolve("ahiq.safetensors"), layout.ahiq(), Map.of());
        Safetensors.write(weights.resolve("cnn.safetensors"), layout.cnn(), Map.of());
        Safetensors.write(weights.resolve("vit.safetensors"), layout.vit(), Map.of());

        ChildProcess.Result result = run("print(call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Import Weights...',"
                + " 'ahiq=[my weights/ahiq.safetensors] cnn=[my weights/cnn.safetensors] vit=[my weights/vit.safetensors]"
                + " name=imported output=[my models/imported]'));");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("Made my models/imported: AHIQ with a Vision Transformer")
                .containsPattern("(?m)^my models/imported$");
        assertThat(folder.resolve("my models/imported/model.yaml")).exists();
    }

    /** One process for all, since each macro must end by itself. */
    @Test
    void misuseAbortsTheMacroWithAMessage() throws Exception {
        Map<String, String> messages = new LinkedHashMap<>();
        messages.put(
                pair("reference=a.png distorted=b.png model=model colour=1"),
                "Unknown key 'colour': expected reference, ");
        messages.put(pair("reference=a.png model=model"), "The key 'distorted' is missing: expected distorted=...");
        messages.put(pair("reference=a.png reference=b.png"), "the key 'reference' occurs twice");
        messages.put(pair("reference=[a.png distorted=b.png"), "the value of 'reference' has no closing ]");
        messages.put(pair(PAIR + " =3"), "found '' where a key was expected");
        messages.put(pair(PAIR + " batch=many"), "batch=many: expected a whole number.");
        messages.put(pair(PAIR + " maps=yes"), "maps=yes: expected true or false.");
        messages.put(pair(PAIR + " opacity=2"), "opacity=2.0: expected 0 to 1.");
        messages.put(pair(PAIR + " crops=all"), "crops=all: ");
        messages.put(pair(PAIR + " metrics=pnsr"), "metrics=pnsr: Unknown metric 'pnsr', did you mean 'psnr'?");
        messages.put(pair(PAIR + " pad=x"), "pad=x: Unknown padding 'x'");
        messages.put(pair(PAIR + " region=0,0,9999,10"), "found region=0,0,9999,10");
        messages.put(pair(PAIR + " overlay"), "overlay=true: expected a distorted image that is open");
        messages.put(pair("reference=a.png distorted=no.png model=model"), "there is no 'no.png': no image is open");
        messages.put(
                pair("reference=a.png distorted=b.png model=gone"),
                "No model 'gone': there is no model.yaml in a folder of that path, nor in");
        messages.put(pair("reference=a.png distorted=&b model=model"), "distorted=&b: there is no macro variable 'b'");
        messages.put(
                "newImage('big', '8-bit ramp', 64, 48, 1);newImage('small', '8-bit ramp', 40, 48, 1);"
                        + pair("reference=big distorted=small model=model"),
                "reference big is 64 x 48 and distorted small is 40 x 48");
        messages.put(
                "newImage('twin', '8-bit ramp', 64, 48, 1);newImage('twin', '8-bit ramp', 64, 48, 1);"
                        + pair("reference=twin distorted=twin model=model"),
                "Expected one image called 'twin', but 2 open images have this title");
        messages.put(
                "print(call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Score Pair...', '" + PAIR + " seed=x'));",
                "seed=x: expected a whole number.");
        messages.put("run('AHIQ Score Stack...');", "There is no display for a dialog: give options, for example run(");

        ChildProcess.Result result = run(messages.keySet().stream()
                .map(macro -> macro + "\nprint('went on');")
                .toArray(String[]::new));

        assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
        assertThat(result.output()).doesNotContain("went on").doesNotContain("finished");
        String[] outputs = result.output().split("=== aborted\n");
        assertThat(outputs).hasSize(messages.size());
        int i = 0;
        for (String message : messages.values()) {
            assertThat(outputs[i++]).contains("AHIQ Score ").contains(message);
        }
    }

    private static String pair(String options) {
        return "run('AHIQ Score Pair...', '" + options + "');";
    }

    @Test
    void variablesAndOverlaysWorkInBatchMode() throws Exception {
        ChildProcess.Result result = run("setBatchMode(true);\nopen('" + folder + "/a.png'); r = getTitle();\n"
                + "open('" + folder + "/b.png'); d = getImageID();\nmakeRectangle(10, 20, 100, 90);\n"
                + "run('AHIQ Score Pair...', 'reference=&r distorted=&d model=[model] maps overlay outlines=true');\n"
                + "print(nImages);\nselectImage('AHIQ weight of b.png');\nprint(getWidth() + 'x' + getHeight());\n"
                + "selectImage(d);\nn = Overlay.size; if (n < 1 + 12) exit('no overlay');print('drawn');\n");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output().lines()).contains("4", "100x90", "drawn");
    }
}
