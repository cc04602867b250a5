/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Metrics;

class MetricSelectionTest {

    private static MetricSelection parse(String text) {
        return MetricSelection.parse(text, Metrics.ofClassPath());
    }

    @Test
    void metricsThatCanBeHadAreToldHow() {
        assertThatThrownBy(() -> MetricSelection.parse("lpips_alex", Metrics.ofClassPath()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(
                        "Unknown metric 'lpips_alex': get it by 'ahiq models fetch lpips_alex'. Expected");
    }

    @Test
    void namesKeepTheirOrder() {
        MetricSelection selection = parse("psnr, ahiq,fsimc");

        assertThat(selection.names()).containsExactly("psnr", "ahiq", "fsimc");
        assertThat(selection.descriptions()).extracting("label").containsExactly("PSNR", "AHIQ", "FSIMc");
        assertThat(selection.hasWeights()).isTrue();
        assertThat(parse("psnr").hasWeights()).isFalse();
        assertThat(selection).hasToString("psnr, ahiq,fsimc");
    }

    @Test
    void modelsAreNamedAfterAhiq() {
        assertThat(parse("ahiq,ahiq:mine,ahiq:/models/My Model").names())
                .containsExactly("ahiq", "ahiq:mine", "ahiq:My_Model");
        assertThat(parse("ahiq:mine").descriptions()).extracting("label").containsExactly("AHIQ (mine)");
        assertThatThrownBy(() -> parse("ahiq:"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected ahiq:MODEL, the name or folder of a model, but found 'ahiq:'. 'ahiq models list' tells"
                                + " which there are.");
    }

    @ParameterizedTest
    @CsvSource({"fsmic, fsimc", "ahiqq, ahiq"})
    void anUnknownNameIsRefusedWithTheClosestAndAll(String misspelt, String meant) {
        assertThatThrownBy(() -> parse("psnr," + misspelt))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Unknown metric '" + misspelt + "', did you mean '" + meant
                        + "'? Expected names, separated by commas, out of ahiq, cw_ssim, fsim, ");
    }

    @Test
    void capitalsAndHyphensOfNamesDoNotMatter() {
        assertThat(parse("PSNR,ms-ssim").names()).containsExactly("psnr", "ms_ssim");
    }

    @Test
    void nothingIsSuggestedForANameLikeNone() {
        assertThatThrownBy(() -> parse("beauty"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Unknown metric 'beauty': Expected names, separated by commas, out of ahiq, ");
    }

    @Test
    void aNameLeftOutIsRefused() {
        assertThatThrownBy(() -> parse("psnr,"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Unknown metric '': Expected names, ");
    }

    @Test
    void aRepeatedNameIsRefused() {
        assertThatThrownBy(() -> parse("ahiq,psnr,ahiq"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected each metric once, but 'ahiq' is repeated in 'ahiq,psnr,ahiq'. Remove the repetition.");
    }
}
