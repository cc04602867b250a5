/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureSizesTest {

    private static final double GIGA = 1e9;

    @Test
    void publishedNetworksHave28And14PatchesAlongACrop() {
        assertThat(Architecture.vitB8().grid()).isEqualTo(28);
        assertThat(Architecture.vitB16().grid()).isEqualTo(14);
        assertThat(Architecture.vitB8().cnnGrid()).isEqualTo(56);
        assertThat(Architecture.vitB8().vitChannels()).isEqualTo(3840);
        assertThat(Architecture.vitB8().cnnChannels()).isEqualTo(768);
        assertThat(Architecture.vitB8().samplesPerCrop()).isEqualTo(9L * 56 * 56 * 768);
    }

    @Test
    void tensorsAreListedInTheOrderOfTheDataFlow() {
        List<String> names =
                new ArrayList<>(CompactArchitecture.patch8().tensorShapes().keySet());

        assertThat(names).startsWith("vit.cls_token", "vit.pos_embed", "vit.patch_embed.proj.weight");
        assertThat(names)
                .containsSubsequence(
                        "vit.blocks.0.norm1.weight",
                        "vit.blocks.0.attn.qkv.weight",
                        "vit.blocks.0.mlp.fc2.bias",
                        "vit.blocks.1.norm1.weight",
                        "cnn.conv1.weight",
                        "cnn.bn1.running_var",
                        "cnn.layer1.0.downsample.0.weight",
                        "cnn.layer1.0.downsample.1.running_mean",
                        "cnn.layer1.2.bn3.running_var",
                        "deform_net.conv_offset.weight",
                        "deform_net.deform.weight",
                        "deform_net.conv1.2.bias",
                        "regressor.down_channel.weight");
        assertThat(names).endsWith("regressor.conv.0.weight", "regressor.conv.0.bias");
        assertThat(names).doesNotContain("vit.blocks.2.norm1.weight", "cnn.layer1.1.downsample.0.weight");
    }

    @Test
    void sizesDecideTheShapes() {
        var shapes = CompactArchitecture.patch16().tensorShapes();

        assertThat(shapes.get("vit.pos_embed")).containsExactly(1, 17, 16);
        assertThat(shapes.get("vit.patch_embed.proj.weight")).containsExactly(16, 3, 16, 16);
        assertThat(shapes.get("vit.blocks.1.attn.qkv.weight")).containsExactly(48, 16);
        assertThat(shapes.get("vit.blocks.1.mlp.fc1.weight")).containsExactly(32, 16);
        assertThat(shapes.get("cnn.layer1.0.conv1.weight")).containsExactly(8, 8, 1, 1);
        assertThat(shapes.get("cnn.layer1.1.conv1.weight")).containsExactly(8, 16, 1, 1);
        assertThat(shapes.get("deform_net.conv_offset.weight")).containsExactly(18, 32, 3, 3);
        assertThat(shapes.get("deform_net.conv1.0.weight")).containsExactly(16, 48, 3, 3);
        assertThat(shapes.get("regressor.down_channel.weight")).containsExactly(8, 80, 1, 1);
        assertThat(shapes.get("regressor.feat_smoothing.0.weight")).containsExactly(16, 24, 3, 3);
    }

    @Test
    void sizesThatFitTogetherAreNoProblem() {
        assertThat(Architecture.vitB8().problem()).isEmpty();
        assertThat(Architecture.vitB16().problem()).isEmpty();
        assertThat(CompactArchitecture.of(32, 32).problem()).isEmpty();
        assertThat(CompactArchitecture.of(96, 24).problem()).isEmpty();
    }

    @Test
    void sizesThatDoNotFitAreNamed() {
        assertThat(CompactArchitecture.of(36, 12).problem())
                .hasValue("crop 36 is not a multiple of vit.patch 12 and of 8");
        assertThat(CompactArchitecture.of(40, 16).problem())
                .hasValue("crop 40 is not a multiple of vit.patch 16 and of 8");
        assertThat(CompactArchitecture.of(32, 4).problem())
                .hasValue(
                        "vit.patch 4 does not fit the CNN: crop / 8 = 4 is not a multiple of the 8 patches along a crop");
        Architecture a = CompactArchitecture.patch8();
        assertThat(new Architecture(32, new Architecture.Vit(8, 16, 1, 3, 4), a.cnn(), a.fusion(), a.regressor())
                        .problem())
                .hasValue("vit.dim 16 is not a multiple of vit.heads 3");
    }

    @Test
    void theCostOfACropPairIsThatOfThePublishedLayers() {
        NetworkCost cost = NetworkCost.of(Architecture.vitB8());

        // The published code, which needs 127, computes the same offsets for either image.
        assertThat((cost.pair() + cost.offsets()) / GIGA).isCloseTo(127, within(0.5));
        assertThat(cost.compare() / GIGA).isCloseTo(66, within(1.0));
        assertThat(cost.encode() + cost.compare()).isEqualTo(cost.pair());
        double embedding = 28 * 28 * 3 * 8 * 8 * 768;
        assertThat((cost.vit() - embedding) / GIGA).isCloseTo(32.5, within(0.05));
        assertThat(cost.deform() / GIGA).isCloseTo(16.6, within(0.05));
        assertThat(cost.regress() / GIGA).isCloseTo(10.2, within(0.05));
        assertThat(cost.reduce() / GIGA).isCloseTo(5.5, within(0.05));
        assertThat(cost.offsets() / GIGA).isCloseTo(2.0, within(0.05));
        assertThat(2 * cost.cnn() / GIGA).isCloseTo(1.6, within(0.05));
        assertThat(cost.down()).isEqualTo(28L * 28 * 4608 * 256);
    }

    @Test
    void aCoarserTransformerCostsLess() {
        NetworkCost fine = NetworkCost.of(Architecture.vitB8());
        NetworkCost coarse = NetworkCost.of(Architecture.vitB16());

        assertThat(coarse.vit()).isLessThan(fine.vit() / 4);
        assertThat(coarse.down()).isEqualTo(fine.down() / 4);
        assertThat(coarse.cnn()).isEqualTo(fine.cnn());
        assertThat(coarse.deform()).isEqualTo(fine.deform());
    }
}
