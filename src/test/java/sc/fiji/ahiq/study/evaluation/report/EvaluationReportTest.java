/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.file.MapFiles;
import sc.fiji.ahiq.scoring.results.ImageLocator;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.scoring.results.Row;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.EvaluationFigures;
import sc.fiji.ahiq.study.evaluation.EvaluationOptions;
import sc.fiji.ahiq.study.evaluation.SyntheticResults;

class EvaluationReportTest {

    private static final Path IMAGES = Path.of("src/test/resources/images");
    private static final int SIZE = 224;

    @TempDir
    private Path folder;

    private static Evaluation evaluation(Path results, String metrics) {
        return Evaluation.of(results, new EvaluationOptions(metrics, 20, 1, 0.95, 2));
    }

    private static String report(Path results, String metrics, OutlierPictures pictures) {
        Evaluation evaluation = evaluation(results, metrics);
        return new ReportPage(evaluation, new EvaluationFigures(evaluation).all(), pictures).html();
    }

    private ImageLocator locator(Path... images) {
        return new ImageLocator(folder.resolve("results.csv"), Stream.of(images).findFirst());
    }

    private OutlierPictures pictures(Path... images) {
        return new OutlierPictures(locator(images), Optional.empty());
    }

    private Path resultsWithImages() {
        return SyntheticResults.write(
                folder,
                "reference,distorted,score,mos,distortion,level,model",
                "scene1.png,scene1_blur.png,1,5,blur,1,m1",
                "scene1.png,scene1_jpeg.png,2,2,jpeg,3,m1",
                "scene2.png,scene2_blur.png,3,3,blur,1,m2",
                "scene2.png,scene2_jpeg.png,4,4,jpeg,2,m1");
    }

    @Test
    void writesTablesFiguresAndThePage() throws Exception {
        Evaluation evaluation = evaluation(SyntheticResults.noisy(folder, 3), "score,psnr");

        Path report = new EvaluationReport(evaluation, locator(), Optional.empty()).write(folder.resolve("new/out"));

        assertThat(report).isEqualTo(folder.resolve("new/out/report.html"));
        assertThat(report)
                .content()
                .isEqualTo(new ReportPage(evaluation, new EvaluationFigures(evaluation).all(), pictures()).html());
        try (var files = Files.list(folder.resolve("new/out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.html",
                            "summary.csv",
                            "by_distortion.csv",
                            "by_reference.csv",
                            "significance.csv",
                            "srocc.svg",
                            "srocc.png",
                            "scatter_ahiq.svg",
                            "scatter_ahiq.png",
                            "scatter_psnr.svg",
                            "scatter_psnr.png",
                            "srocc_by_distortion.svg",
                            "srocc_by_distortion.png");
        }
    }

    @Test
    void thePageLoadsNothing() {
        String html = report(resultsWithImages(), "", pictures(IMAGES));

        assertThat(html)
                .contains("content=\"default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;\"")
                .doesNotContainPattern("(?i)https?:")
                .doesNotContainPattern("(?i)url\\(|@import|<script|<link|<iframe|<object|href")
                .doesNotContainPattern("src=\"(?!data:image/png;base64,)");
        assertThat(html.split("src=\"data:image/png", -1))
                .as("two pairs of images")
                .hasSize(5);
    }

    @Test
    void textOfFilesIsEscaped() {
        Path file = SyntheticResults.write(
                folder,
                "reference,distorted,\"<img src=http://a.b>\",mos,distortion,model",
                "<b>,1,1,1,<script>alert(1)</script>,\"&\"\"'<i>\"",
                "<b>,2,2,2,<script>alert(1)</script>,",
                "<b>,3,3,3,\"\"\" onload=\"\"x\",");

        String html = report(file, "<img src=http://a.b>", pictures());

        assertThat(html)
                .doesNotContain("<script", "<img src=http", "<b>,", "<i>", "\" onload")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;img src=http://a.b&gt;",
                        "Model &amp;&quot;&#39;&lt;i&gt;");
        requireBalanced(html);
    }

    @Test
    void everyElementIsClosed() {
        requireBalanced(report(SyntheticResults.noisy(folder, 3), "score,psnr,mine", pictures()));
    }

    private static void requireBalanced(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*?(/?)>").matcher(html);
        while (tags.find()) {
            String tag = tags.group(2);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(tag);
            } else if (tags.group(3).isEmpty() && !Set.of("meta", "br", "img").contains(tag)) {
                open.push(tag);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void theFactsAndWarningsAreTold() {
        Path file = SyntheticResults.write(
                folder,
                "reference,distorted,mine,mos,model,error",
                "a,1,3,1,m1,",
                "a,2,2,2,m2,",
                "b,3,1,3,m1,",
                "b,4,,4,m1,it broke");

        assertThat(report(file, "mine", pictures()))
                .contains("3 pairs of 2 references, from results.csv. Model m1, m2.")
                .contains("The scores are of different models: m1, m2.")
                .contains("Rows that are not evaluated: 1 row with an error.")
                .contains(
                        "No logistic curve is fitted to mine, a line stands in: expected at least 10 pairs, but found 3.")
                .contains("Whether high or low values of mine are good is not known. Here its rank correlation with the"
                        + " opinions decides: lower is better.")
                .contains("1.0000");
    }

    @Test
    void aCurveThatRisesAndFallsIsTold() {
        List<String> lines = new ArrayList<>(List.of("reference,distorted,score,mos"));
        for (int i = -20; i <= 20; i++) {
            lines.add("a," + i + "," + i + "," + (Math.tanh(i) - 0.02 * i));
        }
        Path file = SyntheticResults.write(folder, lines.toArray(String[]::new));

        assertThat(report(file, "", pictures())).contains("fits AHIQ best rises and falls within the scores");
        assertThat(report(SyntheticResults.noisy(folder, 9), "score", pictures()))
                .doesNotContain("fits AHIQ best rises and falls");
    }

    @Test
    void theWorstPairIsShown() {
        String page = report(resultsWithImages(), "", pictures(IMAGES)).replaceAll("base64,[^\"]*", "");

        assertThat(page.substring(page.indexOf("<h2>Worst predictions by AHIQ</h2>")))
                .containsSubsequence(
                        "<b>scene1_jpeg.png</b>, jpeg 3",
                        "Opinion 2.000, predicted 3.600 (too good), score 2.000. Reference scene1.png",
                        "<b>scene1_blur.png</b>, blur 1",
                        "Opinion 5.000, predicted 3.800 (too bad), score 1.000. Reference scene1.png");
    }

    @Test
    void namesHaveNoFoldersThatAllHave() {
        Path file = SyntheticResults.write(
                folder,
                "reference,distorted,score,mos",
                "/data/set/ref/a.png,/data/set/noise/a.png,1,1",
                "/data/set/ref/b.png,/data/set/noise/b.png,2,2",
                "/data/set/ref/b.png,/data/set/blur/b.png,3,4");

        assertThat(report(file, "", pictures()).replaceAll("No pictures.*", ""))
                .contains("<b>noise/b.png</b>", "Reference b.png", "<td>a.png</td>")
                .doesNotContain("/data/set");
    }

    @Test
    void missingImagesAreTold() {
        assertThat(report(resultsWithImages(), "", pictures()))
                .contains("No pictures: Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP"
                        + " image, but "
                        + folder.resolve("scene1.png") + " does not exist.");
    }

    @Test
    void weightsCoverTheImageWhereTheirMapIs() {
        Path results = resultsWithImages();
        float[] weights = new float[SIZE * SIZE];
        MapFiles.write(folder.resolve("scene1_blur_ahiq_weight.tif"), ArrayImgs.floats(weights, SIZE, SIZE));
        MapFiles.write(folder.resolve("scene1_jpeg_ahiq_weight.tif"), ArrayImgs.floats(2, 2));
        OutlierPictures pictures = new OutlierPictures(
                locator(IMAGES), Optional.of(new WeightMapFolder(folder, LoadedTable.read(results))));

        String html = report(results, "", pictures);

        assertThat(html.split("Patch weights</figcaption>", -1))
                .as("one map of the right size")
                .hasSize(2);
    }

    @Test
    void imagesOfOneNameInTwoFoldersHaveTheirOwnMaps() throws Exception {
        Path results = namesakes("pairs,key", "2,k");
        Path maps = Files.createDirectory(folder.resolve("maps"));
        float[] dark = new float[SIZE * SIZE];
        float[] bright = new float[SIZE * SIZE];
        Arrays.fill(bright, 1);
        MapFiles.write(maps.resolve("x_ahiq_weight.tif"), ArrayImgs.floats(dark, SIZE, SIZE));
        MapFiles.write(maps.resolve("X-2_ahiq_weight.tif"), ArrayImgs.floats(bright, SIZE, SIZE));

        assertThat(weights(maps, results, 2)).contains(bright);
        assertThat(weights(maps, results, 3)).contains(dark);
    }

    @Test
    void aNameThatMayBeThatOfAMissingRowHasNoMap() throws Exception {
        Path shard = namesakes("pairs,key", "5,k");
        Path maps = Files.createDirectory(folder.resolve("maps"));
        MapFiles.write(maps.resolve("x_ahiq_weight.tif"), ArrayImgs.floats(new float[SIZE * SIZE], SIZE, SIZE));

        assertThat(weights(maps, shard, 3)).isPresent();
        MapFiles.write(maps.resolve("x-2_ahiq_weight.tif"), ArrayImgs.floats(new float[SIZE * SIZE], SIZE, SIZE));
        assertThat(weights(maps, shard, 3)).isEmpty();
    }

    /** The second pair of the list comes first, as in a file that was gone on with. */
    private Path namesakes(String columns, String cells) {
        return SyntheticResults.write(
                folder,
                "reference,distorted,ahiq,mos,pair," + columns,
                "r.png,b/X.png,1,5,2," + cells,
                "r.png,a/x.png,2,2,1," + cells);
    }

    private static Optional<float[]> weights(Path maps, Path results, int line) {
        ImagePlane image = ImageFiles.open(IMAGES.resolve("scene1.png"));
        LoadedTable table = LoadedTable.read(results);
        Row row = table.rows().get(line - 2);
        EvaluatedPair pair = new EvaluatedPair(line, "r.png", row.text("distorted"), 1, "", "", new double[] {1});
        return new WeightMapFolder(maps, table).of(pair, image, image);
    }

    @Test
    void samePagesForSameResults() {
        Path file = SyntheticResults.noisy(folder, 3);

        assertThat(report(file, "", pictures())).isEqualTo(report(file, "", pictures()));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws Exception {
        Files.writeString(folder.resolve("out"), "a file");

        Evaluation evaluation = evaluation(SyntheticResults.noisy(folder, 2), "");

        assertThatThrownBy(() ->
                        new EvaluationReport(evaluation, locator(), Optional.empty()).write(folder.resolve("out")))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching("Cannot make the folder .*out: .*is there already. Name another one.");
    }
}
