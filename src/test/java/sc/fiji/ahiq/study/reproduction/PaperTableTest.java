/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.study.dataset.DatasetDescription;
import sc.fiji.ahiq.study.dataset.Datasets;

class PaperTableTest {

    @ParameterizedTest
    @CsvSource({
        "table2, 17, AHIQ, tid2013, 0.968, 0.962",
        "table2, 17, WaDIQaM-FR, live, 0.98, 0.97",
        "table4, 20, MS-SSIM, pipal-val, 0.119, 0.338",
        "table4, 20, AHIQ-C (ensemble), ntire2022, 0.828, 0.822",
        "table5, 4, PSNR, csiq, 0.786, 0.809",
        "table6, 4, ViT only, ntire2022, 0.799, 0.788",
        "table7, 6, ResNet-50 + ViT-B/16, ntire2022, 0.811, 0.803",
        "table8, 3, spatial, ntire2022, 0.794, 0.795",
        "table9, 5, 5th, ntire2022, 0.772, 0.765"
    })
    void figuresAreThoseOfThePaper(String table, int rows, String method, String dataset, double plcc, double srocc) {
        assertThat(PaperTable.parse(table).rows()).hasSize(rows);
        assertThat(figures(table, method, dataset).plcc()).hasValue(plcc);
        assertThat(figures(table, method, dataset).srocc()).hasValue(srocc);
    }

    @Test
    void figuresThatWereNotPublishedAreEmpty() {
        assertThat(figures("table2", "DualCNN", "live")).isEqualTo(PublishedRow.Figures.NONE);
        assertThat(figures("table6", "CNN only", "pipal-val")).isEqualTo(PublishedRow.Figures.NONE);
        assertThat(figures("table6", "CNN only", "ntire2022").main()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void coefficientsAreMagnitudesAndTheMainScoreTheirSum(PaperTable table) {
        assertThat(table.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.figures().values()).allSatisfy(figures -> {
                    figures.plcc().ifPresent(plcc -> assertThat(plcc).isBetween(0.0, 1.0));
                    figures.srocc().ifPresent(srocc -> assertThat(srocc).isBetween(0.0, 1.0));
                    // as published, from figures of more digits
                    figures.main().ifPresent(main -> assertThat(main)
                            .isCloseTo(
                                    figures.plcc().getAsDouble()
                                            + figures.srocc().getAsDouble(),
                                    within(0.0021)));
                }));
    }

    @ParameterizedTest
    @EnumSource
    void rowsAndDatasetsAreKnownByDifferentNames(PaperTable table) {
        List<String> names = table.rows().stream()
                .filter(row -> row.kind() != PublishedRow.Kind.NONE)
                .map(PublishedRow::name)
                .toList();
        Set<String> datasets = Datasets.descriptions().stream()
                .map(DatasetDescription::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_-]+"));
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.figures().keySet()).isSubsetOf(datasets));
    }

    @Test
    void anotherTableIsRefused() {
        assertThatThrownBy(() -> PaperTable.parse("table3"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a table out of table2, table4, table5, table6, table7, table8, table9, but found"
                        + " 'table3'.");
    }

    private static PublishedRow.Figures figures(String table, String method, String dataset) {
        return PaperTable.parse(table).rows().stream()
                .filter(row -> row.method().equals(method))
                .findFirst()
                .orElseThrow()
                .figures()
                .get(dataset);
    }
}
