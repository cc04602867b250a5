/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.torchscript.PairScripts;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.Row;

class BatchTest extends BatchFixture {

    @Test
    void everyPairHasTheScoreThatItHasAlone() throws IOException {
        List<RatedPair> pairs = pairs(2, 2);
        Path results = results("results.csv");

        BatchSummary summary = score(pairs, options(), results);

        List<String> alone = new ArrayList<>();
        try (ScoringRun run = ScoringRun.open(options().scoring())) {
            for (RatedPair pair : pairs) {
                try (ReferenceScorer scorer = run.scorer(ImageFiles.open(pair.reference()), false)) {
                    alone.add(Double.toString(scorer.score(ImageFiles.open(pair.distorted()), Progress.NONE)
                            .score("ahiq")
                            .orElseThrow()));
                }
            }
        }
        assertThat(column(results, "ahiq")).isEqualTo(alone).doesNotHaveDuplicates();
        assertThat(summary)
                .isEqualTo(new BatchSummary(4, 4, 0, 0, Optional.empty(), List.of(), 2L * CROPS))
                .hasToString("4 pairs: 4 scored.");
    }

    @Test
    void aRowHasTheColumnsOfAScoreRowAndWhatIsKnownOfThePair() throws IOException {
        List<RatedPair> pairs = List.of(pairs(1, 1).get(0), RatedPair.unrated(image("a.png", 1), image("b.png", 2)));
        Path results = results("results.csv");

        score(pairs, options(), results);

        List<String> expected =
                List.of(("reference,distorted,ahiq,sd,crop_plan,crops,seed,pad,range,coverage,model,weights_sha256,"
                                + "device,precision,version,error,mos,mos_sd,distortion,level,pair,pairs,manifest,run,key")
                        .split(","));
        List<Row> rows = rows(results);
        assertThat(rows.get(0).cells().keySet()).containsExactlyElementsOf(expected);
        assertThat(rows.get(0).text("reference"))
                .isEqualTo(pairs.get(0).reference().toString());
        assertThat(rows.get(0).cells()).containsEntry("mos", "0.5").containsEntry("mos_sd", "0.25");
        assertThat(rows.get(0).cells()).containsEntry("distortion", "noise").containsEntry("level", "1");
        assertThat(rows.get(0).cells()).containsEntry("pair", "1").containsEntry("pairs", "2");
        assertThat(rows.get(0).cells()).containsEntry("coverage", "1.0").containsEntry("error", null);
        assertThat(rows.get(1).cells()).containsEntry("mos", null).containsEntry("level", null);
        assertThat(rows.get(1).cells()).containsEntry("pair", "2").containsEntry("distortion", null);
        assertThat(rows.get(1).text("run")).isEqualTo(rows.get(0).text("run")).hasSize(12);
        assertThat(rows.get(1).text("key"))
                .isNotEqualTo(rows.get(0).text("key"))
                .hasSize(32);
    }

    @Test
    void otherMetricsHaveColumnsAndNeedNoModel() throws IOException {
        MetricSelection metrics = MetricSelection.parse("psnr,gmsd", Metrics.ofClassPath());
        BatchOptions options = BatchOptions.of(ScoringOptions.defaults().withMetrics(metrics));
        Path same = image("a.png", 1);
        Path results = results("results.jsonl");

        score(List.of(RatedPair.unrated(same, same)), options, results);

        Row row = rows(results).get(0);
        assertThat(row.text("psnr")).isEqualTo("Infinity");
        assertThat(row.text("gmsd")).isEqualTo("0.0");
        assertThat(row.text("ahiq")).isEmpty();
    }

    @Test
    void aReferenceIsEncodedOnceWhateverTheOrderOfThePairs() throws IOException {
        List<RatedPair> pairs = pairs(10, 20);
        List<RatedPair> mixed = new ArrayList<>();
        for (int d = 0; d < 20; d++) {
            for (int r = 0; r < 10; r++) {
                mixed.add(pairs.get(20 * r + d));
            }
        }

        BatchSummary summary = score(mixed, options(), results("mixed.csv"));

        assertThat(summary.encodedReferenceCrops()).isEqualTo(10L * CROPS);
        assertThat(column(results("mixed.csv"), "distorted"))
                .isEqualTo(
                        pairs.stream().map(pair -> pair.distorted().toString()).toList());
    }

    @Test
    void badPairsAreRowsAndTheOthersAreScored() throws IOException {
        Path reference = image("a.png", 1);
        Path broken = Files.writeString(folder.resolve("images/broken.png"), "broken");
        List<RatedPair> pairs = List.of(
                RatedPair.unrated(reference, image("larger.png", 2, 50, 50)),
                RatedPair.unrated(reference, folder.resolve("missing.png")),
                RatedPair.unrated(reference, broken),
                RatedPair.unrated(broken, reference),
                RatedPair.unrated(image("small.png", 3, 8, 8), image("small2.png", 4, 8, 8)),
                RatedPair.unrated(reference, folder.resolve("images")),
                RatedPair.unrated(reference, image("good.png", 5)));
        Path results = results("results.csv");

        BatchSummary summary = score(pairs, options(), results);

        assertThat(column(results, "pair")).containsExactly("1", "2", "3", "4", "5", "6", "7");
        List<String> errors = column(results, "error");
        assertThat(errors.get(0)).startsWith("Expected images of the same size, but reference");
        assertThat(errors.get(1)).endsWith("but " + folder.resolve("missing.png") + " does not exist. Check the path.");
        assertThat(errors.get(2))
                .startsWith("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + broken);
        assertThat(errors.get(3)).contains("images is a folder. Give a file inside it.");
        assertThat(errors.get(4)).isEmpty();
        assertThat(errors.get(5))
                .startsWith("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + broken);
        assertThat(errors.get(6)).startsWith("Expected an image of at least 32 x 32 pixels");
        assertThat(column(results, "ahiq").get(4)).isNotEmpty();
        assertThat(summary.failed()).isEqualTo(6);
        assertThat(summary.firstError()).contains(errors.get(0));
        assertThat(summary).hasToString("7 pairs: 1 scored, 6 failed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aResumedFileHasTheBytesOfOneThatWasNotInterrupted(String ending) throws IOException {
        List<RatedPair> pairs = new ArrayList<>(pairs(3, 2));
        pairs.add(2, RatedPair.unrated(pairs.get(0).reference(), folder.resolve("missing.png")));
        Path whole = results("whole." + ending);
        score(pairs, options(), whole);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length <= bytes.length; length += 311) {
            Path torn = Files.write(results("torn." + ending), Arrays.copyOf(bytes, length));
            long complete = rows(torn).stream()
                    .filter(row -> row.text("error").isEmpty())
                    .count();

            BatchSummary summary = score(pairs, options().resuming(), torn);

            assertThat(summary.kept()).as("cut at %s", length).isEqualTo((int) complete);
            assertThat(torn).as("cut at %s", length).hasBinaryContent(bytes);
        }
    }

    @Test
    void pairsThatFailedAreTriedAgainAndTakeTheirPlaces() throws IOException {
        List<RatedPair> pairs = pairs(2, 2);
        Path results = results("results.csv");
        byte[] image = Files.readAllBytes(pairs.get(1).distorted());
        Files.delete(pairs.get(1).distorted());
        score(pairs, options(), results);
        Files.write(pairs.get(1).distorted(), image);

        BatchSummary summary = score(pairs, options().resuming(), results);
        score(pairs, options(), results("fresh.csv"));

        assertThat(summary).hasToString("4 pairs: 1 scored, 3 scored before.");
        assertThat(results).hasSameBinaryContentAs(results("fresh.csv"));
        assertThat(score(pairs, options().resuming(), results)).hasToString("4 pairs: 0 scored, 4 scored before.");
    }

    @Test
    void whatChangedSinceIsScoredAgain() throws IOException {
        List<RatedPair> pairs = pairs(2, 2);
        Path results = results("results.csv");
        score(pairs, options(), results);
        image("ref1.png", 77);

        BatchSummary summary = score(pairs, options().resuming(), results);
        score(pairs, options(), results("fresh.csv"));

        assertThat(summary).hasToString("4 pairs: 2 scored, 2 scored before.");
        assertThat(results).hasSameBinaryContentAs(results("fresh.csv"));
    }

    @Test
    void aListMayGrowAndChange() throws IOException {
        List<RatedPair> pairs = pairs(3, 2);
        Path results = results("results.csv");
        score(List.of(pairs.get(5), pairs.get(2), pairs.get(3)), options(), results);

        BatchSummary summary = score(pairs, options().resuming(), results);
        score(pairs, options(), results("fresh.csv"));

        assertThat(summary).hasToString("6 pairs: 3 scored, 3 scored before.");
        assertThat(results).hasSameBinaryContentAs(results("fresh.csv"));
    }

    @Test
    void duplicatesHaveRowsAndAreReported() throws IOException {
        List<RatedPair> pairs = pairs(1, 2);
        List<RatedPair> twice = List.of(pairs.get(0), pairs.get(1), pairs.get(0), pairs.get(0));
        Path results = results("results.csv");

        BatchSummary summary = score(twice, options(), results);

        assertThat(column(results, "ahiq").get(3))
                .isEqualTo(column(results, "ahiq").get(0));
        assertThat(summary)
                .hasToString(
                        "4 pairs: 4 scored. The list has duplicates: pair 3 repeats pair 1; pair 4 repeats pair 1.");
        byte[] bytes = Files.readAllBytes(results);
        assertThat(score(twice, options().resuming(), results).kept()).isEqualTo(4);
        assertThat(results).hasBinaryContent(bytes);
    }

    @Test
    void theFileIsKeptOpenForNobodyElseAndRowsAreToldInOrder() throws IOException {
        List<RatedPair> pairs = pairs(2, 2);
        Path results = results("results.csv");
        List<Object> told = new ArrayList<>();

        Batch.score(
                pairs,
                options(),
                results,
                Progress.NONE,
                row -> told.add(row.cells().get("distorted")));

        assertThat(told)
                .isEqualTo(
                        pairs.stream().map(pair -> pair.distorted().toString()).toList());
        Files.delete(results);
    }

    @Test
    void aCancelledRunKeepsItsRows() throws IOException {
        List<RatedPair> pairs = pairs(2, 3);
        Path results = results("results.csv");
        Progress cancelling = (done, total) -> {
            if (done == 3) {
                throw new CancelledException();
            }
        };

        assertThatThrownBy(() -> Batch.score(pairs, options(), results, cancelling))
                .isInstanceOf(CancelledException.class);

        assertThat(rows(results)).hasSize(3);
        score(pairs, options().resuming(), results);
        score(pairs, options(), results("fresh.csv"));
        assertThat(results).hasSameBinaryContentAs(results("fresh.csv"));
    }

    @Test
    void aLongPairIsLeftBetweenItsBatchesOfCrops() throws IOException {
        RatedPair large = RatedPair.unrated(image("a.png", 1, 200, 200), image("b.png", 2, 200, 200));
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> Batch.score(List.of(large), options(), results("a.csv"), (done, total) -> {
                    if (calls.incrementAndGet() == 4) {
                        throw new CancelledException();
                    }
                }))
                .isInstanceOf(CancelledException.class);

        assertThat(rows(results("a.csv"))).isEmpty();
    }

    @Test
    void progressLeavesOutWhatWasScoredBefore() throws IOException {
        List<RatedPair> pairs = pairs(2, 2);
        Path results = results("results.csv");
        score(pairs.subList(0, 3), options(), results);
        List<String> told = new ArrayList<>();

        Batch.score(pairs, options().resuming(), results, (done, total) -> told.add(done + " of " + total));

        assertThat(told).startsWith("0 of 4", "0 of 3", "0 of 2", "0 of 1").endsWith("1 of 1");
    }

    @Test
    void resultsOfOtherOptionsAreRefusedWithTheDifferences() throws IOException {
        List<RatedPair> pairs = pairs(1, 1);
        Path results = results("results.csv");
        score(pairs, options(), results);
        byte[] bytes = Files.readAllBytes(results);

        assertRefused(
                pairs,
                options().scoring().withCrops(CropPlan.nine(), 3).withPadding(Padding.REFLECT),
                results,
                "crop_plan is grid there and nine now; seed is 0 there and 3 now; pad is none there and reflect now.");
        assertRefused(
                pairs,
                options().scoring().withRange(RangeRule.parse("0:100")),
                results,
                "they have another range or script.");
        assertThat(results).hasBinaryContent(bytes);
    }

    @Test
    void resultsOfAnotherScriptOfTheSameNameAreRefused() throws IOException {
        List<RatedPair> pairs = pairs(1, 1);
        Path results = results("results.csv");
        Path script = PairScripts.write(folder.resolve("diff.pt"), PairScripts.DIFFERENCE);
        Batch.score(pairs, scriptOptions(script, ""), results, Progress.NONE);

        assertThat(Batch.score(pairs, scriptOptions(script, "@size=any").resuming(), results, Progress.NONE)
                        .kept())
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> score(pairs, scriptOptions(script, "@range=-1:1").resuming(), results))
                .hasMessageContaining("they have another range or script.");
        PairScripts.write(script, "torch.mean(x)");
        assertThatThrownBy(() -> score(pairs, scriptOptions(script, "").resuming(), results))
                .hasMessageContaining("they have another range or script.");
    }

    private static BatchOptions scriptOptions(Path script, String options) {
        MetricSelection metrics = MetricSelection.parse("script:" + script + options, Metrics.ofClassPath());
        return BatchOptions.of(options().scoring().withMetrics(metrics));
    }

    private void assertRefused(List<RatedPair> pairs, ScoringOptions scoring, Path results, String differences) {
        BatchOptions options = BatchOptions.of(scoring).resuming();
        assertThatThrownBy(() -> score(pairs, options, results))
                .isInstanceOf(UsageException.class)
                .hasMessage("The results in " + results + " are of other options: " + differences
                        + " Use the former options, or name another results file.");
    }

    @Test
    void aPlanThatSuitsNoImageEndsTheRunBeforeItBegins() throws IOException {
        ScoringOptions scoring = options().scoring().withCrops(CropPlan.dense(33), 0);

        assertThatThrownBy(() -> score(pairs(1, 1), BatchOptions.of(scoring), results("a.csv")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("33");
        assertThat(results("a.csv")).doesNotExist();
    }

    @Test
    void mapsAreWrittenWithTheirRowsAndMadeUpFor() throws IOException {
        List<RatedPair> pairs = new ArrayList<>(pairs(1, 2));
        Path elsewhere = image("other/ref0_0.png", 9);
        pairs.add(RatedPair.unrated(pairs.get(0).reference(), elsewhere));
        Path maps = folder.resolve("maps");
        Path results = results("results.csv");
        score(pairs, options(), results);

        BatchSummary first = score(pairs, options().resuming().withMaps(maps), results);
        Files.delete(maps.resolve("ref0_1_ahiq_weight.tif"));
        BatchSummary second = score(pairs, options().resuming().withMaps(maps), results);

        assertThat(first.scored()).isEqualTo(3);
        assertThat(second.scored()).isEqualTo(1);
        assertThat(maps.toFile().list())
                .containsExactlyInAnyOrder(
                        "ref0_0_ahiq_score.tif",
                        "ref0_0_ahiq_weight.tif",
                        "ref0_1_ahiq_score.tif",
                        "ref0_1_ahiq_weight.tif",
                        "ref0_0-2_ahiq_score.tif",
                        "ref0_0-2_ahiq_weight.tif");
        score(pairs, options(), results("fresh.csv"));
        assertThat(results).hasSameBinaryContentAs(results("fresh.csv"));
    }

    @Test
    void aMapWhoseFileIsAFolderIsRefusedBeforeScoring() throws IOException {
        List<RatedPair> pairs = pairs(1, 2);
        Path maps = Files.createDirectories(folder.resolve("maps"));
        Files.createDirectory(maps.resolve("ref0_1_ahiq_weight.tif"));
        Path results = results("results.csv");

        assertThatThrownBy(() -> score(pairs, options().withMaps(maps), results))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a file to write, but " + maps.resolve("ref0_1_ahiq_weight.tif")
                        + " is a folder. Name a file in it.");
        assertThat(results).doesNotExist();
    }
}
