/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.tensor.Tensor;

class DifferenceModelTest {

    private static final DifferenceArchitecture ARCHITECTURE = new DifferenceArchitecture(8, 6, 4, 1);

    private static final UntrainedModel MODEL = new UntrainedModel("differences", ARCHITECTURE, 1);

    @Test
    void theBackboneIsThatOfThePublishedFileAndTheJudgeIsSmall() {
        Map<String, long[]> shapes = DifferenceArchitecture.standard().tensorShapes();

        assertThat(shapes.get("backbone._conv_stem.weight")).containsExactly(32, 3, 3, 3);
        assertThat(shapes).doesNotContainKey("backbone._blocks.0._expand_conv.weight");
        assertThat(shapes.get("backbone._blocks.0._depthwise_conv.weight")).containsExactly(32, 1, 3, 3);
        assertThat(shapes.get("backbone._blocks.10._expand_conv.weight")).containsExactly(672, 112, 1, 1);
        assertThat(shapes.get("backbone._blocks.10._bn1.running_var")).containsExactly(672);
        assertThat(elements(shapes, "backbone.")).isBetween(690_000L, 720_000L);
        assertThat(elements(shapes, "judge.")).isBetween(56_000L, 61_000L);
    }

    private static long elements(Map<String, long[]> shapes, String prefix) {
        return shapes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> Tensor.elementCount(entry.getValue()))
                .sum();
    }

    @Test
    void aModelFolderKeepsCardAndWeights(@TempDir Path folder) {
        ModelFolder.write(folder, MODEL);

        try (ModelFolder read = ModelFolder.open(folder)) {
            assertThat(read.card()).isEqualTo(MODEL.card());
            assertThat(read.tensor("judge.conv1.weight").toFloats())
                    .isEqualTo(MODEL.tensor("judge.conv1.weight").toFloats());
        }
        assertThat(ModelFolder.cardText(folder)).contains("kind: differences", "backbone: efficientnet-lite0");
    }

    @Test
    void everyTensorHasItsPlaceInTheNetwork() {
        List<String> held = NetworkParameters.sources(ARCHITECTURE).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toList());

        assertThat(held)
                .containsExactlyInAnyOrderElementsOf(ARCHITECTURE.tensorShapes().keySet());
    }

    @Test
    void anotherKindOrBackboneIsRefused() {
        assertThatThrownBy(() -> read("kind: sums\nbackbone: efficientnet-lite0\nhidden: 8\ndeep: 6\nattention: 4\n"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("kind")
                .hasMessageContaining("differences");
        assertThatThrownBy(() -> read("kind: differences\nbackbone: vgg16\nhidden: 8\ndeep: 6\nattention: 4\n"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("efficientnet-lite0");
        assertThatThrownBy(() -> read("kind: differences\nbackbone: efficientnet-lite0\nhidden: 8\ndeep: 6\ncrop: 4\n"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("attention");
    }

    private static NetworkDesign read(String yaml) {
        return ArchitectureYaml.readDesign(YamlMap.parse("card", yaml, ModelException::new));
    }

    @Test
    void itHasNoCropsToCompare() {
        assertThatThrownBy(() -> MODEL.card().architecture())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("differences is a network that compares whole images");
    }
}
