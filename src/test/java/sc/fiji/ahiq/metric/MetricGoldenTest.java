/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of 18 pairs against those of published implementations; tolerances are relative. */
class MetricGoldenTest {

    private static final Metrics METRICS = Metrics.ofClassPath();
    private static final Map<String, PlanarImage> IMAGES = new HashMap<>();

    private static List<CSVRecord> records;

    @BeforeAll
    static void readTable() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                format.parse(Files.newBufferedReader(Path.of("src/test/resources/golden/metrics.csv")))) {
            records = parser.getRecords();
        }
    }

    /**
     * The tolerance is 1e-3 or less, except that of GMSD (largest deviation 1.6e-3) and MAD (1.4e-3), where rounding of
     * luma explains more: the reference values of SSIM, MS-SSIM, GMSD, CW-SSIM, VIF and MAD come from luma 0.299 R +
     * 0.587 G + 0.114 B rounded to whole numbers; ours is MATLAB's 0.2989 R + 0.5870 G + 0.1140 B rounded, which
     * differs by 1 at some pixels. Given the same luma, both are within 1.5e-4, see
     * {@link #scoresOfTheSameLumaAreEvenCloser}. Those of FSIMc take the power of a negative chrominance similarity by
     * its magnitude, not its real part, which explains up to 1e-3.
     */
    @ParameterizedTest
    @CsvSource({
        "psnr, psnr_rgb, 1e-6",
        "ssim_clipped, ssim_y, 1e-3",
        "ssim_downsampled, ssim_y_downsampled, 1e-3",
        "ms_ssim, ms_ssim_y, 1e-3",
        "gmsd, gmsd_y, 2e-3",
        "cw_ssim, cw_ssim_y, 1e-3",
        "vif, vif, 1e-3",
        "mad, mad_y, 2e-3",
        "vifp, piq_vif_p, 1e-7",
        "nlpd, nlpd_y, 1e-6",
        "iw_ssim, piq_iw_ssim, 1e-9",
        "fsim, fsim, 1e-4",
        "fsimc, fsimc, 1e-3",
        "vsi, vsi, 1e-6",
        "sr_sim, piq_srsim, 1e-6",
        "mdsi, piq_mdsi, 1e-9",
        "haarpsi, piq_haarpsi, 1e-9",
    })
    void scoresAreThoseOfPublishedImplementations(String metric, String column, double tolerance) {
        assertScores(metric, column, tolerance, image -> image);
    }

    /** Given the same rounded luma, little but single precision in the published implementations is left. */
    @ParameterizedTest
    @CsvSource({
        "ssim_clipped, ssim_y, 1e-4",
        "ms_ssim, ms_ssim_y, 1e-4",
        "gmsd, gmsd_y, 1.5e-4",
        "cw_ssim, cw_ssim_y, 1e-4",
        "vif, vif, 1.5e-4",
        "mad, mad_y, 1e-4",
    })
    void scoresOfTheSameLumaAreEvenCloser(String metric, String column, double tolerance) {
        assertScores(
                metric,
                column,
                tolerance,
                image -> PlanarImage.grey(image.luma().map(Math::rint)));
    }

    /** A second implementation of GMSD takes luma that is not rounded. */
    @Test
    void gmsdOfUnroundedLumaIsThatOfAnotherImplementation() {
        assertScores("gmsd", "piq_gmsd", 1e-4, image -> PlanarImage.grey(image.luma()));
    }

    private static void assertScores(
            String metric, String column, double tolerance, UnaryOperator<PlanarImage> prepared) {
        assertThat(records).hasSize(18);
        assertThat(records).allSatisfy(record -> {
            double expected = Double.parseDouble(record.get(column));
            double score = Comparing.exact(
                            METRICS.named(metric),
                            prepared.apply(image(record.get("ref"))),
                            prepared.apply(image(record.get("dist"))))
                    .score();

            assertThat(score).as(record.get("dist")).isEqualTo(expected, within(tolerance * Math.abs(expected)));
        });
    }

    private static PlanarImage image(String file) {
        return IMAGES.computeIfAbsent(file, Scenes::read);
    }
}
