/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

class LiveReaderTest {

    private static final int COUNT = 982;

    @TempDir
    private Path root;

    @Test
    void labelsAreDividedAmongFoldersAndUndistortedImagesLeftOut() throws IOException {
        writeNames(COUNT);
        writeOpinions("dmos_realigned.mat", "dmos_new", COUNT);
        new DatasetFolder(root).images("refimgs/Ref4.BMP", "jp2k/img2.bmp");

        Dataset dataset = Datasets.open("live", root);

        // every 10th label, from the first on, is of an undistorted image
        assertThat(dataset.pairs().stream()
                        .collect(Collectors.groupingBy(RatedPair::distortion, Collectors.counting())))
                .isEqualTo(Map.of("jp2k", 204L, "jpeg", 210L, "wn", 156L, "gblur", 157L, "fastfading", 156L));
        assertThat(dataset.pairs().get(0))
                .isEqualTo(new RatedPair(
                        root.resolve("refimgs/ref1.bmp"),
                        root.resolve("jp2k/img2.bmp"),
                        OptionalDouble.of(-1.5),
                        OptionalDouble.of(0.25),
                        "jp2k",
                        OptionalInt.empty()));
        assertThat(dataset.pairs().get(3).reference()).isEqualTo(root.resolve("refimgs/Ref4.BMP"));
        assertThat(dataset.pairs().get(dataset.pairs().size() - 1).distorted())
                .isEqualTo(root.resolve("fastfading/img174.bmp"));
        assertThat(dataset.notes()).hasSize(1).first().asString().startsWith("Expected 779 distorted images of 29");
    }

    @Test
    void opinionsThatAreNotRealignedWillDo() throws IOException {
        writeNames(COUNT);
        writeOpinions("dmos.mat", "dmos", COUNT);

        RatedPair pair = Datasets.open("live", root).pairs().get(0);

        assertThat(pair.mos()).hasValue(-1.5);
        assertThat(pair.mosDeviation()).isEmpty();
    }

    @Test
    void labelsOfAnotherNumberAreRefused() throws IOException {
        writeNames(COUNT);
        writeOpinions("dmos.mat", "dmos", 980);

        assertThatThrownBy(() -> Datasets.open("live", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected 982 numbers called dmos in " + root.resolve("dmos.mat")
                        + ", but found double of 980 elements. Restore the published file.");
    }

    @Test
    void aVariableThatIsNotThereIsNamed() throws IOException {
        writeNames(COUNT);
        writeOpinions("dmos.mat", "dmos_new", COUNT);

        assertThatThrownBy(() -> Datasets.open("live", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected 982 numbers called dmos in " + root.resolve("dmos.mat")
                        + ", but found nothing of this name. Restore the published file.");
    }

    @Test
    void missingOpinionsAreNamed() throws IOException {
        writeNames(COUNT);

        assertThatThrownBy(() -> Datasets.open("live", root))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected dmos.mat in " + root + ", but it is not there. Complete the dataset.");
    }

    @Test
    void aFileThatIsNotOfMatlabIsRefused() throws IOException {
        writeNames(COUNT);
        Files.writeString(root.resolve("dmos.mat"), "MATLAB 7.3 MAT-file, HDF5 schema");

        assertThatThrownBy(() -> Datasets.open("live", root))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(
                        "Expected a MATLAB 5 file, but " + root.resolve("dmos.mat") + " cannot be read");
    }

    private void writeNames(int count) throws IOException {
        Cell names = Mat5.newCell(1, count);
        for (int i = 0; i < count; i++) {
            names.set(i, Mat5.newString("ref" + i % 29 + ".bmp"));
        }
        write("refnames_all.mat", Mat5.newMatFile().addArray("refnames_all", names));
    }

    private void writeOpinions(String file, String name, int count) throws IOException {
        Matrix opinions = Mat5.newMatrix(1, count);
        Matrix deviations = Mat5.newMatrix(1, count);
        Matrix undistorted = Mat5.newMatrix(1, count);
        for (int i = 0; i < count; i++) {
            opinions.setDouble(i, i + 0.5);
            deviations.setDouble(i, 0.25);
            undistorted.setDouble(i, i % 10 == 0 ? 1 : 0);
        }
        write(
                file,
                Mat5.newMatFile()
                        .addArray(name, opinions)
                        .addArray("dmos_std", deviations)
                        .addArray("orgs", undistorted));
    }

    private void write(String name, MatFile content) throws IOException {
        Mat5.writeToFile(content, root.resolve(name).toFile());
    }
}
