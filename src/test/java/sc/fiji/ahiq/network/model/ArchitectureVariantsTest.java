/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;

class ArchitectureVariantsTest {

    private static final Architecture PUBLISHED = CompactArchitecture.patch8();

    static Stream<Architecture> variants() {
        return Stream.of(FusionType.values()).flatMap(type -> Stream.of(Pooling.values())
                .map(pooling -> PUBLISHED.withFusion(type).withPooling(pooling)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aCardTellsTheVariant(Architecture variant) {
        assertThat(variant.problem()).isEmpty();
        assertThat(read(YamlMap.print(variant.toYaml()))).isEqualTo(variant);
    }

    private static Architecture read(String yaml) {
        return ArchitectureYaml.read(YamlMap.parse("card", yaml, ModelException::new));
    }

    @ParameterizedTest
    @EnumSource(FusionType.class)
    void tensorsAreThoseOfItsBranches(FusionType type) {
        Map<String, long[]> shapes = PUBLISHED.withFusion(type).tensorShapes();

        assertThat(shapes.keySet().stream().anyMatch(name -> name.startsWith("vit.")))
                .isEqualTo(type != FusionType.CNN);
        assertThat(shapes.keySet().stream().anyMatch(name -> name.startsWith("cnn.")))
                .isEqualTo(type != FusionType.VIT);
        assertThat(shapes.containsKey("deform_net.conv1.2.weight")).isEqualTo(type != FusionType.VIT);
        assertThat(shapes.containsKey("deform_net.conv_offset.weight")).isEqualTo(type == FusionType.DEFORMABLE);
        assertThat(shapes.containsKey("deform_net.deform.weight")).isEqualTo(type == FusionType.DEFORMABLE);
        long joined = (type == FusionType.CNN ? 0 : 32) + (type == FusionType.VIT ? 0 : 48);
        assertThat(shapes.get("regressor.down_channel.weight")).containsExactly(8, joined, 1, 1);
    }

    @Test
    void theMeanOfPatchesNeedsNoAttention() {
        assertThat(PUBLISHED.withPooling(Pooling.SPATIAL).tensorShapes())
                .doesNotContainKeys("regressor.conv_attent.0.weight", "regressor.conv_attent.0.bias");
        assertThat(PUBLISHED.withPooling(Pooling.BOTH).tensorShapes())
                .containsKeys("regressor.conv_attent.0.weight", "regressor.conv_attent.0.bias");
    }

    @Test
    void aBranchThatIsNotThereHasNoSizes() {
        String yaml = YamlMap.print(PUBLISHED.toYaml());

        assertThatThrownBy(() -> read(yaml.replace("type: deformable", "type: cnn")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vit")
                .hasMessageContaining("card");
        assertThatThrownBy(() -> read(yaml.replace("type: deformable", "type: sum")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("deformable|concat|cnn|vit");
        assertThatThrownBy(() -> read(yaml.replace("pooling: patch", "pooling: max")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("patch|spatial|both");
    }

    @Test
    void whatIsNotThereCostsNothing() {
        NetworkCost published = NetworkCost.of(Architecture.vitB8());
        NetworkCost concat = NetworkCost.of(Architecture.vitB8().withFusion(FusionType.CONCAT));
        NetworkCost cnn = NetworkCost.of(Architecture.vitB8().withFusion(FusionType.CNN));
        NetworkCost vit = NetworkCost.of(Architecture.vitB8().withFusion(FusionType.VIT));

        assertThat(concat.pair()).isEqualTo(published.pair() - published.offsets() - 2 * published.deform());
        assertThat(cnn.vit()).isZero();
        assertThat(cnn.cnn()).isEqualTo(published.cnn());
        assertThat(vit.cnn() + vit.reduce() + vit.deform()).isZero();
        assertThat(vit.down() + cnn.down()).isEqualTo(published.down());
    }
}
