/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.PublishedFiles;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.inference.GeneratedWeights;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Files of metrics in the layouts in which they are published, with generated weights. */
class ImportedMetricTest {

    private static final MetricDesign SQUEEZE = new MetricDesign(MetricKind.LPIPS_SQUEEZE);
    private static final GeneratedWeights WEIGHTS = GeneratedWeights.of("lpips_squeeze");
    private static final String ANY = "features.6.expand3x3.weight";

    @TempDir
    Path folder;

    private static Map<String, Tensor> part(String part, String prefix) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        WEIGHTS.parts().forEach((key, of) -> {
            if (of.equals(part)) {
                tensors.put(prefix + key, WEIGHTS.tensor(key));
            }
        });
        return tensors;
    }

    private ImportedMetric open(Path backbone, Path heads) {
        return ImportedMetric.open(
                "lpips_squeeze", SQUEEZE, Map.of("backbone", backbone, "heads", heads), true, false, "");
    }

    @Test
    void backboneInAZipAndHeadsInALegacyFileMakeAModel() throws IOException {
        Map<String, Tensor> backbone = part("squeezenet1_1", "module.");
        backbone.put("module.classifier.1.weight", Tensor.of(new float[] {1}, 1));
        Path first = PublishedFiles.torchZip(folder.resolve("squeezenet.pth"), backbone);
        Path second = PublishedFiles.torchLegacy(folder.resolve("squeeze.pth"), part("lins", ""));
        Path model = folder.resolve("model");

        try (ImportedMetric metric = open(first, second)) {
            ModelFolder.write(model, metric);
        }

        try (ModelFolder read = ModelFolder.open(model)) {
            ModelCard card = read.card();
            assertThat(card.design()).isEqualTo(SQUEEZE);
            assertThat(card.citation()).contains("CVPR, 2018");
            assertThat(card.licence()).contains("BSD-2-Clause");
            assertThat(card.sources()).extracting("part").containsExactlyInAnyOrder("backbone", "heads");
            assertThat(read.tensor(ANY).toFloats())
                    .isEqualTo(WEIGHTS.tensor(ANY).toFloats());
            assertThatThrownBy(card::architecture).hasMessageContaining("is the metric lpips-squeeze");
        }
    }

    @Test
    void everythingMayBeInOneFileBelowParams() throws IOException {
        Map<String, Tensor> all = part("squeezenet1_1", "params.");
        all.putAll(part("lins", "params."));
        Path file = PublishedFiles.torchZip(folder.resolve("all.pth"), all);

        try (ImportedMetric metric =
                ImportedMetric.open("mine", SQUEEZE, Map.of("weights", file), true, true, "text")) {
            assertThat(metric.tensor(ANY).dtype()).isEqualTo(DType.F16);
            assertThat(metric.tensor("lin0.model.1.weight").dtype()).isEqualTo(DType.F32);
            assertThat(metric.card().notice()).isEqualTo("text");
        }
    }

    @Test
    void missingAndWrongTensorsAreNamed() throws IOException {
        Map<String, Tensor> backbone = part("squeezenet1_1", "");
        backbone.remove(ANY);
        backbone.put("features.0.bias", Tensor.of(new float[63], 63));
        Path first = PublishedFiles.torchZip(folder.resolve("squeezenet.pth"), backbone);
        Path second = PublishedFiles.torchZip(folder.resolve("squeeze.pth"), part("lins", ""));

        assertThatThrownBy(() -> open(first, second))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("as lpips-squeeze")
                .hasMessageContaining(ANY + " is missing (expected shape [128, 32, 3, 3])")
                .hasMessageContaining("features.0.bias is F32[63], expected floating point of shape [64]");
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() throws IOException {
        Map<String, Tensor> heads = part("lins", "");
        float[] values = new float[64];
        values[3] = Float.NaN;
        heads.put("lin0.model.1.weight", Tensor.of(values, 1, 64, 1, 1));
        Path first = PublishedFiles.torchZip(folder.resolve("squeezenet.pth"), part("squeezenet1_1", ""));
        Path second = PublishedFiles.torchZip(folder.resolve("squeeze.pth"), heads);

        try (ImportedMetric metric = open(first, second)) {
            assertThatThrownBy(() -> metric.tensor("lin0.model.1.weight"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("element 3 of lin0.model.1.weight is NaN");
        }
    }

    @Test
    void changedFilesWithAHashInTheirNameAreRefused() throws IOException {
        Path first = PublishedFiles.torchZip(folder.resolve("squeezenet1_1-b8a52dc0.pth"), part("squeezenet1_1", ""));
        Path second = PublishedFiles.torchZip(folder.resolve("squeeze.pth"), part("lins", ""));

        assertThatThrownBy(() -> open(first, second))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("by its name, its SHA-256 begins with b8a52dc0");
    }

    @Test
    void namesThatCannotBeColumnsAreRefused() {
        assertThatThrownBy(() -> ImportedMetric.open("LPIPS-Alex", SQUEEZE, Map.of(), true, false, ""))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("lower-case letters, digits and underscores");
    }

    @Test
    void supportVectorsOfLibSvmAreRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("allmodel"),
                "svm_type epsilon_svr\nkernel_type rbf\ngamma 0.05\nnr_class 2\ntotal_sv 2\nrho -153.591\nSV\n"
                        + "-1024 1:-0.5 36:0.25 \n512 2:1 \n");

        try (ImportedMetric metric = ImportedMetric.open(
                "brisque", new MetricDesign(MetricKind.BRISQUE), Map.of("weights", file), true, false, "")) {
            assertThat(((MetricDesign) metric.card().design()).rows()).isEqualTo(2);
            assertThat(metric.tensor("coef").toFloats()).containsExactly(-1024, 512);
            assertThat(metric.tensor("sv").get(0)).isEqualTo(-0.5);
            assertThat(metric.tensor("sv").get(35)).isEqualTo(0.25);
            assertThat(metric.tensor("sv").get(37)).isEqualTo(1);
            assertThat(metric.tensor("rho").get(0)).isEqualTo(-153.591);
        }
    }

    @Test
    void regressionsOfOtherTrainingsNeedTheirRanges() throws IOException {
        Path model = Files.writeString(
                folder.resolve("svm.txt"),
                "svm_type epsilon_svr\nkernel_type rbf\ngamma 0.05\nrho -155.845\nSV\n1 1:1\n");
        Path ranges = Files.writeString(
                folder.resolve("allrange"),
                IntStream.rangeClosed(1, 36)
                        .mapToObj(i -> i + " -" + i + " 0.5\n")
                        .collect(Collectors.joining("", "x\n-1 1\n", "")));
        MetricDesign design = new MetricDesign(MetricKind.BRISQUE);

        assertThatThrownBy(() -> ImportedMetric.open("brisque", design, Map.of("weights", model), true, false, ""))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expected rho -153.591 of the release, found -155.845")
                .hasMessageContaining("give them as heads");
        try (ImportedMetric metric =
                ImportedMetric.open("brisque", design, Map.of("heads", ranges, "weights", model), true, false, "")) {
            assertThat(metric.tensor("ranges").get(70)).isEqualTo(-36);
            assertThat(metric.tensor("ranges").get(71)).isEqualTo(0.5);
        }
    }

    @Test
    void filesOfLibSvmThatWereCutAreRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("allmodel"),
                "svm_type epsilon_svr\nkernel_type rbf\ngamma 0.05\ntotal_sv 2\nrho -153.591\nSV\n512 2:1 \n");

        assertThatThrownBy(() -> ImportedMetric.open(
                        "brisque", new MetricDesign(MetricKind.BRISQUE), Map.of("weights", file), true, false, ""))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expected as many support vectors as total_sv tells")
                .hasMessageContaining("found 1");
    }

    @Test
    void variantsTakeTheirOwnFiles() throws IOException {
        Path file = Files.writeString(
                folder.resolve("allmodel"),
                "svm_type epsilon_svr\nkernel_type rbf\ngamma 0.05\nrho -153.591\nSV\n512 2:1 \n");

        assertThatThrownBy(() -> ImportedMetric.open(
                        "brisque",
                        new MetricDesign(MetricKind.BRISQUE, "matlab"),
                        Map.of("weights", file),
                        true,
                        false,
                        ""))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("as the variant matlab of brisque: expected sv_coef");
    }

    @Test
    void rangesWithoutWidthAreRefused() throws IOException {
        Path ranges = Files.writeString(
                folder.resolve("allrange"),
                IntStream.rangeClosed(1, 36)
                        .mapToObj(i -> i + " 1 1\n")
                        .collect(Collectors.joining("", "x\n-1 1\n", "")));

        assertThatThrownBy(() -> ImportedMetric.open(
                        "brisque", new MetricDesign(MetricKind.BRISQUE), Map.of("heads", ranges), true, false, ""))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expected a lowest value below the highest in line 3");
    }

    @Test
    void damagedLinesOfLibSvmAreNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("allmodel"), "svm_type epsilon_svr\nkernel_type rbf\ngamma 0.05\nrho 1\nSV\n5 37:1\n");

        assertThatThrownBy(() -> ImportedMetric.open(
                        "brisque", new MetricDesign(MetricKind.BRISQUE), Map.of("weights", file), true, false, ""))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expected the number of a feature, 1 to 36 in line 6, found 37");
    }

    @Test
    void filesOfOtherFormatsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.mat"), "MATLAB 5.0 MAT-file, and nothing more of it");

        assertThatThrownBy(() -> ImportedMetric.open(
                        "niqe", new MetricDesign(MetricKind.NIQE), Map.of("weights", file), true, false, ""))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expected a MATLAB 5 file, but it cannot be read");
    }
}
