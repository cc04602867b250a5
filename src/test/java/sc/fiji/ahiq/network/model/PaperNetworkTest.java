/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.cnn.HrNet;
import sc.fiji.ahiq.network.cnn.ResNet;

class PaperNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "vit-b8, deformable, patch, resnet50, 8",
        "vit-b16, deformable, patch, resnet50, 16",
        "deform-concat, deformable, patch, resnet50, 8",
        "concat, concat, patch, resnet50, 8",
        "cnn, cnn, patch, resnet50, 8",
        "vit, vit, patch, '', 8",
        "resnet50-b8, deformable, patch, resnet50, 8",
        "resnet101-b8, deformable, patch, resnet101, 8",
        "resnet152-b8, deformable, patch, resnet152, 8",
        "resnet152-layer2-b8, deformable, patch, resnet152, 8",
        "hrnet-b8, deformable, patch, hrnet_w48, 8",
        "inception-resnet-v2-b8, deformable, patch, inception_resnet_v2, 8",
        "resnet50-b16, deformable, patch, resnet50, 16",
        "patch, deformable, patch, resnet50, 8",
        "spatial, deformable, spatial, resnet50, 8",
        "patch-spatial, deformable, both, resnet50, 8",
    })
    void namesAreThoseOfTheRows(String name, String fusion, String pooling, String cnn, int patch) {
        Architecture architecture = PaperNetwork.named(name).orElseThrow().architecture();

        assertThat(architecture.problem()).isEmpty();
        assertThat(architecture.fusion().type()).hasToString(fusion);
        assertThat(architecture.regressor().pooling()).hasToString(pooling);
        if (architecture.fusion().type().hasCnn()) {
            assertThat(architecture.cnn().name()).isEqualTo(cnn);
        }
        assertThat(architecture.vit().patch()).isEqualTo(patch);
        String card = YamlMap.print(architecture.toYaml());
        assertThat(ArchitectureYaml.read(YamlMap.parse("card", card, ModelException::new)))
                .isEqualTo(architecture);
    }

    @Test
    void rowsThatAreOneNetworkAreNamedOnce() {
        assertThat(PaperNetwork.named("ahiq")).isEmpty();
        assertThat(PaperNetwork.VIT_B8.architecture()).isEqualTo(Architecture.vitB8());
        assertThat(PaperNetwork.distinctNames())
                .containsExactly(
                        "vit-b8",
                        "vit-b16",
                        "concat",
                        "cnn",
                        "vit",
                        "resnet101-b8",
                        "resnet152-b8",
                        "resnet152-layer2-b8",
                        "hrnet-b8",
                        "inception-resnet-v2-b8",
                        "spatial",
                        "patch-spatial");
    }

    @ParameterizedTest
    @EnumSource(PaperNetwork.class)
    void aNetworkIsKnownByWhatDiffersWhateverItsSizes(PaperNetwork network) {
        Architecture compact = network.of(CompactArchitecture.patch8());
        Architecture other = Stream.of(PaperNetwork.CONCAT, PaperNetwork.SPATIAL)
                .filter(o -> o != network)
                .findFirst()
                .orElseThrow()
                .of(CompactArchitecture.patch8());

        assertThat(network.isOne(compact)).isTrue();
        assertThat(network.isOne(network.architecture())).isTrue();
        assertThat(network.isOne(other)).isFalse();
    }

    @Test
    void backbonesAreToldApart() {
        Architecture compact = CompactArchitecture.patch8();

        assertThat(PaperNetwork.RESNET50_B16.isOne(compact)).isFalse();
        assertThat(PaperNetwork.RESNET50_B16.isOne(CompactArchitecture.patch16()))
                .isTrue();
        assertThat(PaperNetwork.HRNET_B8.isOne(compact)).isFalse();
        assertThat(PaperNetwork.HRNET_B8.isOne(compact.withCnn(new HrNet(48)))).isTrue();
        assertThat(PaperNetwork.RESNET152_B8.isOne(compact.withCnn(new ResNet("resnet152", 8, 8, 16, true))))
                .isTrue();
    }
}
