/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.scoring.results.DataTable;

class EvaluationPresentationTest {

    @Test
    void numbersStayNumbersInTheTable() {
        ResultsTable table = EvaluationPresentation.table(new DataTable(
                List.of("metric", "pairs", "srocc"),
                List.of(List.of("psnr", 12, 0.123456789), List.of("ssim", 12, Double.NaN))));

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.getHeadings()).containsExactly("metric", "pairs", "srocc");
        assertThat(table.getStringValue("metric", 1)).isEqualTo("ssim");
        assertThat(table.getValue("srocc", 0)).isEqualTo(0.123456789);
        assertThat(table.getRowAsString(0)).contains("psnr\t12\t0.123457");
        assertThat(table.getValue("srocc", 1)).isNaN();
    }
}
