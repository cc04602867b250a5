/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.study.stats.Correlation;

class ReproductionTest {

    private static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void makeOutput() throws IOException {
        output = Files.createDirectory(folder.resolve("output"));
    }

    @Test
    void whatIsThereIsComputedAndWhatIsMissingNamed() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("data/TID2013"));

        ReproducedTable table = run(PaperTable.TABLE5, options(tid.getParent(), Map.of(), Set.of()));

        ReproducedRow psnr = row(table, "PSNR", "tid2013");
        assertThat(psnr.published().plcc()).hasValue(0.677);
        assertThat(psnr.remark()).isEqualTo("12 of 3000 pairs are there");
        ComputedFigures figures = psnr.computed().orElseThrow();
        assertThat(figures.pairs()).isEqualTo(12);
        assertThat(figures.srocc()).isBetween(0.8, 1.0);
        assertThat(figures.plcc()).isBetween(0.9, 1.0);
        assertThat(row(table, "PSNR", "live").remark()).isEqualTo("no dataset");
        assertThat(row(table, "PSNR", "live").computed()).isEmpty();
        assertThat(row(table, "AHIQ", "tid2013").remark()).isEqualTo("no model");
        assertThat(row(table, "RADN", "tid2013").remark()).isEqualTo("no metric");
        assertThat(table.missing())
                .contains(
                        "the dataset live. Expected refnames_all.mat in " + folder.resolve("data")
                                + ", but found none. Check the folder.",
                        "the metric radn, which this program does not have.",
                        "a model for AHIQ on tid2013: give its folder by --model ahiq=DIR, or --model"
                                + " ahiq-tid2013=DIR for this dataset alone.")
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("parts of the dataset tid2013. Expected 3000 distorted images of 25 references"));
    }

    @Test
    void metricsThatAreNotHereAreNamedWithTheWayToThem() {
        ReproductionOptions options = options(folder, Map.of(), Set.of("nrqm", "pi", "lpips_alex"));

        assertThatThrownBy(() -> run(PaperTable.TABLE4, options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the metric lpips_alex: get it by 'ahiq models fetch lpips_alex'.")
                .hasMessageContaining("the metric nrqm: make it of its published files by"
                        + " 'ahiq import --metric nrqm --name nrqm'.")
                .hasMessageContaining(
                        "the metric pi: make it of its published files by" + " 'ahiq import --metric pi --name pi'.");
    }

    @Test
    void metricsWithLowScoresForGoodImagesArePositive() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));

        ReproducedTable table = run(PaperTable.TABLE2, options(tid, Map.of(), Set.of("gmsd")));

        assertThat(row(table, "GMSD", "tid2013").computed().orElseThrow().plcc())
                .isPositive();
        assertThat(row(table, "PSNR", "tid2013").remark()).isEqualTo("not asked for");
    }

    @Test
    void scoresOfSeveralModelsAreAveraged() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));
        Path first = ReproductionFixture.model(folder.resolve("a"), 1);
        Path second = ReproductionFixture.model(folder.resolve("b"), 2);
        ReproductionOptions options = options(tid, Map.of("ahiq", List.of(first, second)), Set.of("ahiq"));

        ComputedFigures figures = row(run(PaperTable.TABLE5, options), "AHIQ", "tid2013")
                .computed()
                .orElseThrow();

        DatasetCopy dataset = DatasetCopy.open("tid2013", options);
        List<double[]> scores = new ArrayList<>();
        for (Path results : List.of(results(first), results(second))) {
            scores.add(new ScoreColumn(results, "ahiq").of(dataset.pairs()));
        }
        double[] mean = IntStream.range(0, 12)
                .mapToDouble(i -> (scores.get(0)[i] + scores.get(1)[i]) / 2)
                .toArray();
        assertThat(scores.get(0)).isNotEqualTo(scores.get(1));
        assertThat(figures.plcc()).isCloseTo(Correlation.plcc(mean, dataset.opinions()), within(1e-12));
        assertThat(figures.srocc()).isCloseTo(Correlation.srocc(mean, dataset.opinions()), within(1e-12));
    }

    @Test
    void aDatasetMayHaveAModelOfItsOwn() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));
        Path own = ReproductionFixture.model(folder.resolve("own"), 1);
        Path other = ReproductionFixture.model(folder.resolve("other"), 2);

        run(
                PaperTable.TABLE5,
                options(tid, Map.of("ahiq", List.of(other), "ahiq-tid2013", List.of(own)), Set.of("ahiq")));

        assertThat(results(own)).exists();
        assertThat(results(other)).doesNotExist();
    }

    private Path results(Path model) {
        String hash = EnsembleMember.open(model).weightsSha256().substring(0, 12);
        return output.resolve("scores/tid2013-" + hash + "-five-seed-0.csv");
    }

    @Test
    void anInterruptedRunGoesOn() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));
        ReproductionOptions options = options(tid, Map.of(), Set.of("psnr", "ssim"));
        Progress stopping = new Progress() {
            @Override
            public void note(String sentence) {
                if (sentence.startsWith("ssim on tid2013: ")) {
                    throw new CancelledException();
                }
            }

            @Override
            public void update(long done, long total) {
                assertThat(done).isLessThanOrEqualTo(total);
            }
        };
        assertThatThrownBy(() -> Reproduction.run(PaperTable.TABLE2, options, stopping))
                .isInstanceOf(CancelledException.class);
        Path results = output.resolve("scores/tid2013-psnr.csv");
        byte[] before = Files.readAllBytes(results);

        ReproducedTable table = run(PaperTable.TABLE2, options);

        assertThat(results).hasBinaryContent(before);
        assertThat(row(table, "SSIM", "tid2013").computed()).isPresent();
        assertThat(run(PaperTable.TABLE2, options)).isEqualTo(table);
    }

    @Test
    void pairsWithoutImagesAreLeftOutAndListed() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));
        Path gone = tid.resolve("distorted_images/i01_01_1.bmp");
        Files.delete(gone);

        ReproducedTable table = run(PaperTable.TABLE5, options(tid, Map.of(), Set.of("psnr")));

        assertThat(row(table, "PSNR", "tid2013").remark()).isEqualTo("11 of 3000 pairs are there");
        assertThat(table.missing()).anySatisfy(sentence -> assertThat(sentence).contains("1 is missing: " + gone));
    }

    @Test
    void theChallengeGetsAFileOfScoresAReadmeAndBothAsZip() throws IOException {
        Path data = ReproductionFixture.ntire2022(folder.resolve("ntire2022"));
        Path first = ReproductionFixture.model(folder.resolve("a"), 1);
        Path second = ReproductionFixture.model(folder.resolve("b"), 2);

        ReproducedTable table =
                run(PaperTable.TABLE9, options(data, Map.of("ahiq-c", List.of(first, second)), Set.of()));

        assertThat(table.isComputed()).isTrue();
        assertThat(row(table, "AHIQ-C (1st)", "ntire2022").remark())
                .isEqualTo("4 of 1650 pairs are there; submission written");
        assertThat(row(table, "2nd", "ntire2022").remark()).isEqualTo("published only");
        String text = Files.readString(output.resolve("output.txt"));
        assertThat(text.lines().map(line -> line.replaceAll(",-?\\d+\\.\\d{8}$", "")))
                .containsExactly("A0000_10_00.bmp", "A0000_10_01.bmp", "A0001_10_00.bmp", "A0001_10_01.bmp");
        assertThat(text).endsWith("\n").doesNotContain("\r");
        String readme = Files.readString(output.resolve("readme.txt"));
        assertThat(readme.lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("runtime per image \\[s\\] : \\d+\\.\\d\\d"),
                        line -> assertThat(line).isEqualTo("CPU[1] / GPU[0] : 1"),
                        line -> assertThat(line).isEqualTo("Extra Data [1] / No Extra Data [0] : 0"),
                        line -> assertThat(line)
                                .startsWith(
                                        "Other description : AHIQ, mean of 2 models, crops five: compact-1 (trained"),
                        line -> assertThat(line).isEqualTo("Full-Reference [1] / Non-Reference [0] : 1"));
        try (ZipFile zip = new ZipFile(output.resolve("submission.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(2);
            assertThat(entry(zip, "output.txt")).isEqualTo(text);
            assertThat(entry(zip, "readme.txt")).isEqualTo(readme);
        }
    }

    @Test
    void hiddenLabelsAreNamed() throws IOException {
        Path data = ReproductionFixture.ntire2022(folder.resolve("ntire2022"));

        assertThatThrownBy(() -> run(PaperTable.TABLE4, options(data, Map.of(), Set.of("psnr"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("Nothing of table4 can be computed. Missing: the dataset pipal-val. Expected Val_Ref in "
                        + data
                        + ", but found none. Check the folder. Missing: the labels of ntire2022, which its owners"
                        + " keep.");
    }

    @Test
    void aModelThatIsNoneIsRefusedBeforeAnythingIsScored() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));

        assertThatThrownBy(() -> run(PaperTable.TABLE5, options(tid, Map.of("ahiq", List.of(tid)), Set.of())))
                .isInstanceOf(ModelException.class);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void namesOfOtherRowsAreRefused() {
        assertThatThrownBy(() -> run(PaperTable.TABLE8, options(folder, Map.of("ahiq", List.of(folder)), Set.of())))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected models out of patch, patch-ntire2022, patch-pipal-val, spatial, ")
                .hasMessageEndingWith(", but found 'ahiq'. Choose another table, or correct the name.");
        assertThatThrownBy(() -> run(PaperTable.TABLE8, options(folder, Map.of(), Set.of("psnr"))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected methods out of patch, spatial, patch-spatial, but found 'psnr'.");
    }

    @Test
    void aModelOfAnotherRowIsRefusedBeforeAnythingIsScored() {
        Path published = ReproductionFixture.model(folder.resolve("model"), 1);

        for (String name : List.of("concat", "concat-pipal-val")) {
            assertThatThrownBy(
                            () -> run(PaperTable.TABLE6, options(folder, Map.of(name, List.of(published)), Set.of())))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith(
                            "Expected for the row concat a network that differs from others of the paper"
                                    + " as that does, but compact-1 has {crop=32, vit={patch=8, ")
                    .hasMessageContaining("fusion={type=deformable, ");
        }
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void theTableIsReadableAndACsvFile() throws IOException {
        Path tid = ReproductionFixture.tid2013(folder.resolve("TID2013"));

        ReproducedTable table = run(PaperTable.TABLE5, options(tid, Map.of(), Set.of("psnr")));

        ComputedFigures figures = row(table, "PSNR", "tid2013").computed().orElseThrow();
        List<String> lines = new ArrayList<>(table.lines());
        assertThat(lines.get(0)).isEqualTo("Table 5: cross-database evaluation");
        assertThat(lines.get(2))
                .matches("method   dataset  plcc_published +plcc  plcc_mapped  srocc_published .*remark");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .matches("PSNR     tid2013 +0\\.677 +0\\.9\\d\\d +\\S+ +0\\.687 .* 12  12 of 3000 pairs are there"));
        assertThat(table.toCsv().lines())
                .hasSize(13)
                .contains("method,dataset,plcc_published,plcc,plcc_mapped,srocc_published,srocc,main_published,main,"
                        + "pairs,remark")
                .anySatisfy(line -> assertThat(line)
                        .startsWith(String.format(
                                Locale.ROOT, "PSNR,tid2013,0.677,%.6f,%.6f,", figures.plcc(), figures.plccMapped())));
    }

    private ReproducedTable run(PaperTable table, ReproductionOptions options) {
        return Reproduction.run(table, options, Progress.NONE);
    }

    private ReproductionOptions options(Path parent, Map<String, List<Path>> models, Set<String> methods) {
        ScoringOptions scoring =
                ScoringOptions.defaults().withCrops(CropPlan.five(), 0).withInference(CPU);
        return new ReproductionOptions(
                Optional.of(parent), Map.of(), models, methods, scoring, OptionalLong.empty(), false, output);
    }

    private static ReproducedRow row(ReproducedTable table, String method, String dataset) {
        return table.rows().stream()
                .filter(row -> row.method().equals(method) && row.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    private static String entry(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
