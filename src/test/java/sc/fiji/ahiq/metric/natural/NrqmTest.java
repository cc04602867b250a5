/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.metric.natural.NaturalSceneGoldenTest.Entry;
import sc.fiji.ahiq.metric.natural.NaturalSceneGoldenTest.GeneratedScenes;
import sc.fiji.ahiq.metric.natural.RegressionForest.Node;
import sc.fiji.ahiq.metric.natural.RegressionForest.Tree;

/** Features and scores against the authors' algorithm in float64, with generated forests. */
class NrqmTest {

    private static final double TOLERANCE = 1e-9;

    /** What is flat is rounding, divided by itself. */
    private static final double FLAT_TOLERANCE = 1e-6;

    private static final double SCORE_TOLERANCE = 1e-6;
    private static final int TREES = 20;
    private static final int NODES = 127;
    private static final int INNER_NODES = 63;

    static List<Entry> entries() {
        return NaturalSceneGoldenTest.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void featuresAndScoreAreThoseOfPyiqa(Entry entry) {
        check(entry, "nrqm", Nrqm.Variant.PYIQA);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void featuresAndScoreAreThoseOfTheRelease(Entry entry) {
        check(entry, "nrqm_release", Nrqm.Variant.RELEASE);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void perceptualIndexIsThatOfPyiqa(Entry entry) {
        PerceptualIndex index = new PerceptualIndex(
                new Niqe(GeneratedScenes.niqe(), Niqe.Variant.PYIQA), new Nrqm(model(), Nrqm.Variant.PYIQA));

        assertThat(index.score(entry.image())).isCloseTo(entry.score("pi"), within(SCORE_TOLERANCE));
    }

    @Test
    void treesWithoutEndOrBeyondTheirNodesAreRefused() {
        Node leaf = new Node(0, 0, 0, 0, 1);

        assertThatThrownBy(() -> new Tree(List.of(new Node(1, 2, 0, 0, 0), leaf)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node 1 of 2 has children 2 and 3 and feature 1");
        assertThatThrownBy(() -> new Tree(List.of(new Node(1, 2, 0, 0, 0), leaf, new Node(1, 1, 0, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("node 3 of 3");
        assertThatThrownBy(() -> new Tree(List.of())).hasMessage("a tree has no node");
    }

    @Test
    void forestsThatLookAtMoreFeaturesThanThereAreAreRefused() {
        Node leaf = new Node(0, 0, 0, 0, 1);
        RegressionForest wide = new RegressionForest(List.of(new Tree(List.of(new Node(1, 2, 18, 0, 0), leaf, leaf))));

        assertThatThrownBy(() -> new Nrqm.Model(new double[4], List.of(wide, wide, wide)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("forest 1 looks at feature 19 of 18");
    }

    private static void check(Entry entry, String variant, Nrqm.Variant details) {
        double[][] features = Nrqm.features(entry.image(), details);

        double tolerance = entry.hasFlatAreas() ? FLAT_TOLERANCE : TOLERANCE;
        assertClose("f1", features[0], entry.numbers(variant, "f1"), tolerance);
        assertClose("f2", features[1], entry.numbers(variant, "f2"), tolerance);
        assertClose("f3", features[2], entry.numbers(variant, "f3"), tolerance);
        assertThat(new Nrqm(model(), details).score(entry.image()))
                .isCloseTo(entry.score(variant), within(SCORE_TOLERANCE));
    }

    private static void assertClose(String kind, double[] found, double[] expected, double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as(kind + " feature " + i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
        }
    }

    /** The model of the golden values. */
    static Nrqm.Model model() {
        List<RegressionForest> forests = new ArrayList<>();
        for (int forest = 1; forest <= 3; forest++) {
            forests.add(forest(
                    NaturalSceneGoldenTest.numbers(GeneratedScenes.JSON
                            .getAsJsonArray("forest_reference")
                            .get(forest - 1)
                            .getAsJsonArray()),
                    "nrqm.rf" + forest));
        }
        return new Nrqm.Model(GeneratedScenes.generated("nrqm.linear"), forests);
    }

    private static RegressionForest forest(double[] reference, String key) {
        double[] features = GeneratedScenes.generated(key + ".attr");
        double[] thresholds = GeneratedScenes.generated(key + ".thr");
        double[] values = GeneratedScenes.generated(key + ".value");
        List<Tree> trees = new ArrayList<>();
        for (int tree = 0; tree < TREES; tree++) {
            List<Node> nodes = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                int at = node * TREES + tree;
                boolean inner = node < INNER_NODES;
                int feature = inner ? (int) features[at] : 0;
                nodes.add(new Node(
                        inner ? 2 * node + 1 : 0,
                        inner ? 2 * node + 2 : 0,
                        feature,
                        reference[feature] * thresholds[at],
                        values[at]));
            }
            trees.add(new Tree(nodes));
        }
        return new RegressionForest(trees);
    }
}
