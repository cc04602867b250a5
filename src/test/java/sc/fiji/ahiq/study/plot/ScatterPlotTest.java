/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.study.plot.ScatterPlot.PointGroup;

class ScatterPlotTest {

    private static Figure figure(List<PointGroup> groups, DoubleUnaryOperator curve) {
        return new ScatterPlot("Title", "Subtitle", "x", "y", groups, Optional.ofNullable(curve)).figure();
    }

    private static List<PointGroup> groups(int count, int pointsEach) {
        Random random = new Random(1);
        List<PointGroup> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groups.add(new PointGroup(
                    "kind " + i,
                    random.doubles(pointsEach).toArray(),
                    random.doubles(pointsEach).toArray()));
        }
        return groups;
    }

    private static List<MatchResult> matches(String pattern, Figure figure) {
        return Pattern.compile(pattern).matcher(figure.document()).results().toList();
    }

    @Test
    void everyPointIsInTheColourOfItsGroup() {
        Figure figure = figure(groups(2, 37), null);

        // one line of no length for each point, and one in the legend
        assertThat(matches("d=\"([^\"]*)\" stroke=\"#4477AA\"", figure).stream()
                        .mapToInt(match -> match.group(1).split("h0", -1).length - 1)
                        .sum())
                .isEqualTo(38);
        assertThat(matches("stroke=\"#EE6677\"", figure)).isNotEmpty();
    }

    @Test
    void pointsAreWhereTheirValuesAre() {
        PointGroup corners = new PointGroup("", new double[] {0, 1, 0.5}, new double[] {0, 1, 0.5});

        List<double[]> points = matches("M([0-9.]+) ([0-9.]+)h0", figure(List.of(corners), null)).stream()
                .map(match -> new double[] {Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))})
                .toList();

        assertThat(points.get(1)[0]).isGreaterThan(points.get(0)[0]);
        assertThat(points.get(1)[1]).as("upwards").isLessThan(points.get(0)[1]);
        assertThat(points.get(2)[0]).isCloseTo((points.get(0)[0] + points.get(1)[0]) / 2, within(0.11));
        assertThat(points.get(2)[1]).isCloseTo((points.get(0)[1] + points.get(1)[1]) / 2, within(0.11));
    }

    @Test
    void namesOfManyGroupsStandBesideThePlotWithoutOverlap() {
        Figure figure = figure(groups(60, 2), null);

        List<MatchResult> names = matches("<text x=\"([0-9.]+)\" y=\"([0-9.]+)\"[^>]*>kind ([0-9]+)</text>", figure);
        Set<String> places = new HashSet<>();
        assertThat(names).hasSize(60).allSatisfy(name -> {
            assertThat(Double.parseDouble(name.group(1))).isGreaterThan(590).isLessThan(figure.width() - 30);
            assertThat(Double.parseDouble(name.group(2))).isLessThan(figure.height());
            assertThat(places.add(name.group(1) + "," + name.group(2))).isTrue();
        });
    }

    @Test
    void aSingleGroupNeedsNoLegend() {
        assertThat(figure(groups(1, 3), null).document()).doesNotContain("kind 0");
    }

    @Test
    void longNamesAreShortened() {
        List<PointGroup> groups = List.of(
                new PointGroup("additive noise in colour components", new double[] {1}, new double[] {1}),
                new PointGroup("b", new double[] {2}, new double[] {2}));

        assertThat(figure(groups, null).document()).contains(">additive noise in colou…</text>");
    }

    @Test
    void fortyTwoGroupsLookDifferent() {
        assertThat(IntStream.range(0, 42).mapToObj(Marker::of).distinct()).hasSize(42);
    }

    @Test
    void theCurveIsDrawnWhereItIsAmongThePoints() {
        PointGroup points = new PointGroup("", new double[] {0, 10}, new double[] {0, 10});
        String curve = "d=\"(M[^\"]*)\" stroke=\"currentColor\" stroke-width=\"2\"";

        MatchResult inside = matches(curve, figure(List.of(points), x -> 5)).get(0);
        MatchResult interrupted = matches(curve, figure(List.of(points), x -> Math.abs(x - 5) < 1 ? 1e6 : x))
                .get(0);

        assertThat(inside.group(1)).startsWith("M70 269").contains("L590 269");
        assertThat(inside.group(1).split("M", -1)).hasSize(2);
        assertThat(interrupted.group(1).split("M", -1)).as("two parts").hasSize(3);
        assertThat(matches(curve, figure(List.of(points), x -> Double.NaN))).isEmpty();
    }

    @Test
    void tenThousandPointsTakeLessThanHalfAMegabyte() {
        assertThat(figure(groups(25, 400), null).document()).hasSizeLessThan(400_000);
    }

    @Test
    void equalDataGiveEqualDocuments() {
        assertThat(figure(groups(9, 50), x -> x).document())
                .isEqualTo(figure(groups(9, 50), x -> x).document());
    }

    @Test
    void noPointsGiveAnEmptyPlot() {
        assertThat(figure(List.of(), x -> x).document())
                .contains(">Title</text>")
                .contains(">1.0</text>");
    }

    @Test
    void coordinatesComeInPairs() {
        assertThatThrownBy(() -> new PointGroup("a", new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 x and 3 y in a");
    }
}
