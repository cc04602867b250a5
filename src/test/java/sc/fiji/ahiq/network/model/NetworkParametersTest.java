/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkParametersTest {

    @Test
    void everyTensorIsPartOfOneAttribute() {
        Architecture architecture = CompactArchitecture.patch8();
        Map<String, List<String>> sources = NetworkParameters.sources(architecture);

        assertThat(sources.values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(architecture.tensorShapes().keySet());
        assertThat(sources)
                .containsEntry(
                        "vit.qkv_weight", List.of("vit.blocks.0.attn.qkv.weight", "vit.blocks.1.attn.qkv.weight"))
                .containsEntry("cnn.block0.conv1.norm_mean", List.of("cnn.layer1.0.bn1.running_mean"))
                .containsEntry("regressor.pooling.score_weight", List.of("regressor.conv.0.weight"));
    }
}
