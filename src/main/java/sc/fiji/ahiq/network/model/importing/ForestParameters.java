/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.metric.natural.Nrqm;
import sc.fiji.ahiq.network.design.MetricDesign;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * The parameters of NRQM in the file of its authors, MATLAB 5: a struct {@code model} of {@code linear}, four numbers,
 * and {@code rf}, a cell of three forests. A forest is a struct of matrices with a row for each node and a column for
 * each tree, as the program randomforest-matlab writes it; nodes count from 1.
 */
final class ForestParameters {

    /** Of the struct. */
    static final String NAME = "model";

    private static final String NODES = "nodes";
    private static final String LINEAR = "linear";
    private static final int COLUMNS = 7;

    private ForestParameters() {}

    /**
     * Reads the struct.
     *
     * @throws WeightsException if it is not as described
     */
    static Map<String, SourceTensor> read(Path file, Struct model) {
        try {
            double[] linear = numbers(model.getMatrix(LINEAR));
            Cell forests = model.getCell("rf");
            List<double[]> rows = new ArrayList<>();
            for (int forest = 0; forest < forests.getNumElements(); forest++) {
                addForest(forest, forests.getStruct(forest), rows);
            }
            double[][] nodes = rows.toArray(double[][]::new);
            Nrqm.Model.of(linear, nodes);
            return Map.of(
                    LINEAR,
                    SceneParameters.tensor(LINEAR, linear, linear.length),
                    NODES,
                    SceneParameters.tensor(
                            NODES, rows.stream().flatMapToDouble(Arrays::stream).toArray(), nodes.length, COLUMNS));
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            throw new WeightsException(
                    "Cannot import " + file
                            + ": expected a struct 'model' with a matrix 'linear' and a cell 'rf' of three"
                            + " forests, as NRQM has it, but: " + Printable.of(e.getMessage())
                            + ". Take the published model.mat or NRQM_model.mat.",
                    e);
        }
    }

    private static double[] numbers(Matrix matrix) {
        return IntStream.range(0, matrix.getNumElements())
                .mapToDouble(matrix::getDouble)
                .toArray();
    }

    private static void addForest(int index, Struct forest, List<double[]> rows) {
        Matrix left = forest.getMatrix("lDau");
        Matrix right = forest.getMatrix("rDau");
        Matrix best = forest.getMatrix("mbest");
        Matrix upper = forest.getMatrix("upper");
        Matrix value = forest.getMatrix("avnode");
        Matrix counts = forest.getMatrix("ndtree");
        if (counts.getNumElements() != left.getNumCols()) {
            throw new IllegalArgumentException("ndtree of forest " + (index + 1) + " has " + counts.getNumElements()
                    + " numbers for " + left.getNumCols() + " trees");
        }
        requireNoCorrection(index, forest);
        for (int tree = 0; tree < left.getNumCols(); tree++) {
            for (int node = 0; node < counts.getInt(tree); node++) {
                boolean leaf = left.getDouble(node, tree) == 0;
                if (left.getDouble(node, tree) == 1) {
                    throw new IllegalArgumentException("node " + (node + 1) + " of tree " + (tree + 1) + " of forest "
                            + (index + 1) + " has the root below it");
                }
                rows.add(new double[] {
                    index,
                    tree,
                    leaf ? 0 : left.getDouble(node, tree) - 1,
                    leaf ? 0 : right.getDouble(node, tree) - 1,
                    leaf ? 0 : best.getDouble(node, tree) - 1,
                    upper.getDouble(node, tree),
                    value.getDouble(node, tree)
                });
            }
        }
    }

    /** With a linear correction of the bias, results would have to be corrected. */
    private static void requireNoCorrection(int index, Struct forest) {
        if (forest.getFieldNames().contains("coef")
                && forest.get("coef") instanceof Matrix coefficients
                && IntStream.range(0, coefficients.getNumElements()).anyMatch(i -> coefficients.getDouble(i) != 0)) {
            throw new IllegalArgumentException("forest " + (index + 1) + " has a correction of its bias (coef)");
        }
    }

    /**
     * The design with the number of nodes.
     *
     * @throws WeightsException if no file has any
     */
    static MetricDesign complete(MetricDesign design, List<MetricFile> files) {
        int nodes = files.stream()
                .filter(file -> file.tensors().containsKey(NODES))
                .mapToInt(file -> (int) file.tensors().get(NODES).info().shape()[0])
                .findFirst()
                .orElseThrow(() -> new WeightsException("Cannot import "
                        + files.get(0).path() + " as " + design.kind().key()
                        + ": expected the forests of NRQM, found none. Take the published model.mat or"
                        + " NRQM_model.mat."));
        return new MetricDesign(design.kind(), design.variant(), nodes);
    }
}
