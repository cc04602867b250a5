/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.scoring.pairs.Manifest;
import sc.fiji.ahiq.scoring.pairs.ManifestWriter;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class LabelsTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static final List<MetricDescription> SSIM_AND_GMSD = Stream.of("ssim", "gmsd")
            .map(name -> Metrics.ofClassPath().named(name).description())
            .toList();

    @TempDir
    private Path folder;

    private List<Path> scores(String... rows) throws IOException {
        return List.of(Files.writeString(
                folder.resolve("scores.csv"),
                "reference,distorted,ssim,gmsd,distortion,level,error\r\n" + String.join("\r\n", rows) + "\r\n"));
    }

    @Test
    void lowIsGoodWhereTheMetricSaysSo() throws IOException {
        Labels labels = Labels.of(
                scores("a.png,b.png,0.9,0.01,blur,1,", "a.png,c.png,0.5,0.2,blur,2,", "a.png,d.png,0.1,0.3,blur,3,"),
                SSIM_AND_GMSD,
                Fusion.MEAN_RANK);

        assertThat(labels.pairs()).extracting(pair -> pair.mos().getAsDouble()).containsExactly(0.98, 0.49, 0.0, 1.0);
        assertThat(labels.excluded()).isZero();
    }

    @Test
    void labelsNeverRiseWithTheLevel() throws IOException {
        Labels labels = Labels.of(
                scores(
                        "a.png,b3.png,0.9,0.01,shift,3,",
                        "a.png,b1.png,0.5,0.2,shift,1,",
                        "a.png,c.png,0.1,0.3,blur,1,",
                        "z.png,d.png,0.95,0.001,shift,4,"),
                SSIM_AND_GMSD,
                Fusion.MEAN_RANK);

        // Levels 1 and 3 of one image had 1/3 and 2/3; the other image and type are series of their own.
        assertThat(labels.pairs().stream()
                        .mapToDouble(pair -> pair.mos().getAsDouble())
                        .toArray())
                .containsExactly(new double[] {0.49, 0.49, 0, 0.98, 1, 1}, ROUNDING);
    }

    @Test
    void referencesWithThemselvesComeLast() throws IOException {
        List<RatedPair> pairs = Labels.of(
                        scores("a.png,b.png,0.9,0.01,blur,1,", "r.png,c.png,0.5,0.2,blur,2,"),
                        SSIM_AND_GMSD,
                        Fusion.RECIPROCAL_RANK)
                .pairs();

        assertThat(pairs.subList(2, 4)).allSatisfy(pair -> {
            assertThat(pair.reference()).isEqualTo(pair.distorted());
            assertThat(pair.mos()).hasValue(1);
        });
        assertThat(pairs.get(3).reference()).isEqualTo(folder.resolve("r.png"));
    }

    @Test
    void rowsWithoutScoresAreCounted() throws IOException {
        Labels labels = Labels.of(
                scores(
                        "a.png,b.png,0.9,0.01,blur,1,",
                        "a.png,c.png,,,blur,2,unreadable",
                        "a.png,d.png,1,Infinity,blur,3,",
                        "a.png,e.png,0.1,0.2,blur,4,"),
                SSIM_AND_GMSD,
                Fusion.MEAN_RANK);

        assertThat(labels.excluded()).isEqualTo(2);
        assertThat(labels.pairs()).hasSize(3);
    }

    @Test
    void writtenLabelsAreAManifest() throws IOException {
        Labels labels = Labels.of(
                scores("a.png,b.png,0.9,0.01,\"blur, strong\",1,", "/x/a.png,c.png,0.5,0.2,blur,2,"),
                SSIM_AND_GMSD,
                Fusion.MEAN_RANK);
        Path manifest = folder.resolve("manifest.csv");

        ManifestWriter.write(manifest, labels.pairs());

        assertThat(Manifest.read(manifest).pairs()).isEqualTo(labels.pairs());
        assertThat(Files.readAllLines(manifest))
                .startsWith("reference,distorted,mos,distortion,level", "a.png,b.png,0.98,\"blur, strong\",1");
    }

    @Test
    void severalFilesAreLabelledTogether() throws IOException {
        Path first = scores("a.png,b.png,0.9,0.01,blur,1,", "a.png,c.png,0.5,0.2,blur,2,", "a.png,f.png,,,blur,3,")
                .get(0);
        Path second = Files.writeString(
                Files.createDirectory(folder.resolve("more")).resolve("scores.csv"),
                "distorted,reference,gmsd,ssim,distortion,level\nd.png,g.png,0.1,0.7,noise,1\n");

        Labels labels = Labels.of(List.of(first, second), SSIM_AND_GMSD, Fusion.MEAN_RANK);

        assertThat(labels.pairs())
                .extracting(pair -> pair.mos().getAsDouble())
                .containsExactly(0.98, 0.0, 0.49, 1.0, 1.0);
        assertThat(labels.pairs().get(2).reference()).isEqualTo(folder.resolve("more/g.png"));
        assertThat(labels.excluded()).isEqualTo(1);
    }

    @Test
    void linesOfJsonAreLabelledAsCommaSeparatedValuesAre() throws IOException {
        Path csv = scores("a.png,b.png,0.9,0.01,blur,1,", "a.png,c.png,0.5,0.2,blur,2,", "a.png,d")
                .get(0);
        String row =
                "{\"reference\":\"a.png\",\"distorted\":\"%s\",\"ssim\":%s,\"gmsd\":%s,\"distortion\":\"blur\",\"level\":%s}\n";
        Path json = Files.writeString(
                folder.resolve("scores.jsonl"),
                row.formatted("b.png", 0.9, 0.01, 1) + row.formatted("c.png", 0.5, 0.2, 2) + "{\"reference");

        assertThat(Labels.of(List.of(json), SSIM_AND_GMSD, Fusion.MEAN_RANK))
                .isEqualTo(Labels.of(List.of(csv), SSIM_AND_GMSD, Fusion.MEAN_RANK))
                .extracting(Labels::excluded)
                .isEqualTo(1);
    }

    @Test
    void pathsMayAlsoStartFromTheWorkingFolder() throws IOException {
        Files.createFile(folder.resolve("README.md"));

        RatedPair pair = Labels.of(
                        scores("pom.xml,README.md,0.9,0.01,blur,1,", "a.png,b.png,0.5,0.2,blur,2,"),
                        SSIM_AND_GMSD,
                        Fusion.MEAN_RANK)
                .pairs()
                .get(0);

        assertThat(pair.reference()).isEqualTo(Path.of("pom.xml").toAbsolutePath());
        assertThat(pair.distorted()).isEqualTo(folder.resolve("README.md"));
    }

    @Test
    void missingColumnIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), "reference,distorted,distortion,level,ssim\n");

        assertThatThrownBy(() -> Labels.of(List.of(file), SSIM_AND_GMSD, Fusion.MEAN_RANK))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected the columns reference, distorted, distortion, level, ssim, gmsd, but " + file
                        + " has no gmsd. Score the pairs by 'ahiq batch --metrics ssim,gmsd'.");
    }

    @Test
    void cellThatIsNoNumberIsNamed() throws IOException {
        Path file = scores("a.png,b.png,good,0.01,blur,1,").get(0);

        assertThatThrownBy(() -> Labels.of(List.of(file), SSIM_AND_GMSD, Fusion.MEAN_RANK))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a number in the column ssim, but line 2 of " + file + " has 'good'. Correct it,"
                        + " or choose other columns.");
    }

    @Test
    void tooFewPairsAreRefused() throws IOException {
        List<Path> files = scores("a.png,b.png,0.1,0.01,blur,1,");

        assertThatThrownBy(() -> Labels.of(files, SSIM_AND_GMSD, Fusion.MEAN_RANK))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected two pairs with scores of all metrics at least, but in " + files.get(0)
                        + " there are 1. Look at the column error.");
    }
}
