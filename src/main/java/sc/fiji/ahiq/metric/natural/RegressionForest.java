/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A random forest (Breiman 2001) for regression: the mean of its trees.
 *
 * @param trees at least one
 */
record RegressionForest(List<Tree> trees) {

    RegressionForest {
        trees = List.copyOf(trees);
    }

    /**
     * Forests of a table with a row for each node: index of its forest, of its tree, the five of {@link Node}. Nodes of
     * a tree are in their order.
     *
     * @throws IllegalArgumentException if they do not make trees
     */
    static List<RegressionForest> ofRows(double[][] rows) {
        Map<Integer, Map<Integer, List<Node>>> forests = new TreeMap<>();
        for (double[] row : rows) {
            forests.computeIfAbsent((int) row[0], forest -> new TreeMap<>())
                    .computeIfAbsent((int) row[1], tree -> new ArrayList<>())
                    .add(new Node((int) row[2], (int) row[3], (int) row[4], row[5], row[6]));
        }
        return forests.values().stream()
                .map(trees -> new RegressionForest(
                        trees.values().stream().map(Tree::new).toList()))
                .toList();
    }

    /**
     * A tree of nodes, of which the first is the root.
     *
     * @param nodes in an order in which every node comes after its parent
     */
    record Tree(List<Node> nodes) {

        /**
         * @throws IllegalArgumentException if there is no node, or a child is not behind its parent or does not exist
         */
        Tree {
            nodes = List.copyOf(nodes);
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("a tree has no node");
            }
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).check(i, nodes.size());
            }
        }

        private double apply(double[] features) {
            Node node = nodes.get(0);
            while (node.left > 0) {
                node = nodes.get(features[node.feature] <= node.threshold ? node.left : node.right);
            }
            return node.value;
        }
    }

    /**
     * A node.
     *
     * @param left index of the child for features up to the threshold; 0 if it is a leaf
     * @param right index of the child for features above
     * @param feature index of the feature that decides
     * @param threshold of that feature
     * @param value of a leaf
     */
    record Node(int left, int right, int feature, double threshold, double value) {

        private void check(int index, int count) {
            boolean leaf = left == 0;
            boolean ordered = left > index && left < count && right > index && right < count && feature >= 0;
            if (!leaf && !ordered) {
                throw new IllegalArgumentException("node " + (index + 1) + " of " + count + " has children "
                        + (left + 1) + " and " + (right + 1) + " and feature " + (feature + 1));
            }
        }
    }

    double apply(double[] features) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.apply(features);
        }
        return sum / trees.size();
    }

    /** One more than the largest index of a feature that it looks at; 0 if it is a constant. */
    int featureCount() {
        return trees.stream()
                .flatMap(tree -> tree.nodes.stream())
                .filter(node -> node.left > 0)
                .mapToInt(node -> node.feature + 1)
                .max()
                .orElse(0);
    }
}
