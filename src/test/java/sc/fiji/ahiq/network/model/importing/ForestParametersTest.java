/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.ModelFolder;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Forests in the layout in which those of NRQM are published. */
class ForestParametersTest {

    @TempDir
    Path folder;

    private static Matrix matrix(int rows, int columns, double... values) {
        Matrix matrix = Mat5.newMatrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            matrix.setDouble(i / columns, i % columns, values[i]);
        }
        return matrix;
    }

    /** Two trees: a root with two leaves, and a leaf, padded with what is no node. */
    private static Struct forest() {
        Struct forest = Mat5.newStruct();
        forest.set("lDau", matrix(3, 2, 2, 0, 0, 0, 0, 0));
        forest.set("rDau", matrix(3, 2, 3, 0, 0, 0, 0, 0));
        forest.set("mbest", matrix(3, 2, 18, 0, 0, 0, 0, 0));
        forest.set("upper", matrix(3, 2, 0.5, 0, 0, 0, 0, 0));
        forest.set("avnode", matrix(3, 2, 9, 4, 5, 0, 6, 0));
        forest.set("ndtree", matrix(2, 1, 3, 1));
        forest.set("coef", matrix(2, 2));
        return forest;
    }

    private Path write(Array linear, Struct... forests) throws IOException {
        Cell rf = Mat5.newCell(1, forests.length);
        for (int i = 0; i < forests.length; i++) {
            rf.set(i, forests[i]);
        }
        Struct model = Mat5.newStruct();
        model.set("linear", linear);
        model.set("rf", rf);
        Path file = folder.resolve("model.mat");
        Mat5.writeToFile(Mat5.newMatFile().addArray("model", model), file.toFile());
        return file;
    }

    private Path published() throws IOException {
        return write(matrix(4, 1, 1, 2, 3, 4), forest(), forest(), forest());
    }

    private static ImportedMetric open(MetricKind kind, Map<String, Path> files) {
        return ImportedMetric.open("mine", new MetricDesign(kind), files, true, false, "");
    }

    @Test
    void nodesOfAllTreesAreKept() throws IOException {
        Path model = folder.resolve("mine");
        try (ImportedMetric metric = open(MetricKind.NRQM, Map.of("weights", published()))) {
            ModelFolder.write(model, metric);
        }

        try (ModelFolder read = ModelFolder.open(model)) {
            assertThat(((MetricDesign) read.card().design()).rows()).isEqualTo(12);
            assertThat(read.tensor("linear").toFloats()).containsExactly(1, 2, 3, 4);
            assertThat(read.tensor("nodes").toFloats())
                    .startsWith(0, 0, 1, 2, 17, 0.5f, 9, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 6, 0, 1, 0, 0, 0, 0, 4)
                    .endsWith(2, 1, 0, 0, 0, 0, 4);
        }
    }

    @Test
    void thePerceptualIndexIsMadeOfTwoFiles() throws IOException {
        Path niqe = folder.resolve("modelparameters.mat");
        Mat5.writeToFile(
                Mat5.newMatFile().addArray("mu_prisparam", matrix(1, 36)).addArray("cov_prisparam", matrix(36, 36)),
                niqe.toFile());

        try (ImportedMetric metric = open(MetricKind.PI, Map.of("heads", niqe, "weights", published()))) {
            assertThat(metric.tensor("cov_prisparam").shape()).containsExactly(36, 36);
            assertThat(metric.tensor("nodes").shape()).containsExactly(12, 7);
        }
        assertThatThrownBy(() -> open(MetricKind.PI, Map.of("weights", niqe)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("as pi: expected the forests of NRQM, found none");
        Map<String, Path> half = Map.of("weights", published());
        assertThatThrownBy(() -> open(MetricKind.PI, half))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("mu_prisparam is missing");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> open(MetricKind.NRQM, Map.of("weights", file)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(
                        "expected a struct 'model' with a matrix 'linear' and a cell 'rf' of three forests")
                .hasMessageContaining(why);
    }

    @Test
    void otherNumbersOfForestsAreRefused() throws IOException {
        assertRefused(write(matrix(4, 1, 1, 2, 3, 4), forest(), forest()), "there are 2 forests and 4 weights");
    }

    @Test
    void treesThatAreNoneAreRefused() throws IOException {
        Struct looped = forest();
        looped.set("lDau", matrix(3, 2, 2, 0, 1, 0, 0, 0));
        assertRefused(
                write(matrix(4, 1), looped, forest(), forest()), "node 2 of tree 1 of forest 1 has the root below it");

        Struct outside = forest();
        outside.set("rDau", matrix(3, 2, 7, 0, 0, 0, 0, 0));
        assertRefused(write(matrix(4, 1), forest(), outside, forest()), "node 1 of 3 has children 2 and 7");

        Struct without = forest();
        without.set("mbest", matrix(3, 2));
        assertRefused(write(matrix(4, 1), forest(), without, forest()), "feature 0");

        Struct many = forest();
        many.set("ndtree", matrix(2, 1, 3, 4));
        assertRefused(write(matrix(4, 1), forest(), many, forest()), "but:");
    }

    @Test
    void forestsWhoseResultsMustBeCorrectedAreRefused() throws IOException {
        Struct corrected = forest();
        corrected.set("coef", matrix(2, 2, 0, 1, 0, 0));

        assertRefused(write(matrix(4, 1), forest(), forest(), corrected), "forest 3 has a correction of its bias");
    }

    @Test
    void otherTypesAreRefused() throws IOException {
        assertRefused(write(Mat5.newString("text"), forest(), forest(), forest()), "but:");
    }
}
