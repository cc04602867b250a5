/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.study.plot.BarChart.Bar;
import sc.fiji.ahiq.study.plot.BarChart.Series;

class BarChartTest {

    private static final double FULL_WIDTH = 520;

    private static Figure figure(List<String> groups, Series... series) {
        return new BarChart("Title", "Subtitle", "SROCC", groups, List.of(series)).figure();
    }

    private static Bar bar(double value) {
        return new Bar(value, Double.NaN, Double.NaN);
    }

    /** Left ends and widths of the bars in a colour. */
    private static List<double[]> bars(Figure figure, String colour) {
        return Pattern.compile(
                        "<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\" height=\"[0-9.]+\" fill=\"" + colour)
                .matcher(figure.document())
                .results()
                .map(match -> new double[] {Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))})
                .toList();
    }

    @Test
    void barsAreAsLongAsTheirValues() {
        Figure figure = figure(List.of("a", "b", "c"), new Series("s", List.of(bar(1), bar(0.25), bar(Double.NaN))));

        List<double[]> bars = bars(figure, "#4477AA");
        assertThat(bars).hasSize(2);
        assertThat(bars.get(0)[1]).isEqualTo(FULL_WIDTH);
        assertThat(bars.get(1)[1]).isEqualTo(FULL_WIDTH / 4);
        assertThat(figure.document()).contains(">1.000</text>", ">0.250</text>", ">c</text>");
    }

    @Test
    void negativeValuesGoToTheLeft() {
        List<double[]> bars = bars(figure(List.of("a", "b"), new Series("s", List.of(bar(1), bar(-1)))), "#4477AA");

        assertThat(bars.get(1)[0] + bars.get(1)[1]).isEqualTo(bars.get(0)[0]);
        assertThat(bars.get(1)[1]).isEqualTo(FULL_WIDTH / 2);
    }

    @Test
    void seriesStandSideBySideAndAreNamed() {
        Figure figure = figure(
                List.of("a", "b"),
                new Series("first", List.of(bar(0.5), bar(0.5))),
                new Series("second", List.of(bar(0.5), bar(0.5))));

        assertThat(bars(figure, "#4477AA")).hasSize(2);
        assertThat(bars(figure, "#EE6677")).hasSize(2);
        assertThat(figure.document())
                .contains(">first</text>", ">second</text>")
                .doesNotContain(">0.500</text>");
    }

    @Test
    void intervalsEndWhereTheyShouldAlsoBeyondTheBars() {
        Figure figure = figure(List.of("a"), new Series("s", List.of(new Bar(0.5, -1, 1))));

        // the label "a" takes 6.7 pixels beside a margin of 16
        assertThat(figure.document()).contains("d=\"M22.7 66.5L542.7 66.5\" stroke=\"currentColor\"");
    }

    @Test
    void everyGroupHasABarOfEverySeries() {
        assertThatThrownBy(() -> figure(List.of("a", "b"), new Series("s", List.of(bar(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 bars for 2 groups in s");
    }
}
