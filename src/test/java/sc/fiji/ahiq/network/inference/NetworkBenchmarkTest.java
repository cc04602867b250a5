/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.NetworkCost;

class NetworkBenchmarkTest {

    @Test
    void figuresBelongTogether() {
        Architecture architecture = CompactArchitecture.patch8();
        NetworkBenchmark.Result result = NetworkBenchmark.run(
                CompactNetworks.model(architecture), CompactNetworks.options(OptionalInt.of(2)), 1, Progress.NONE);

        assertThat(result.device()).isEqualTo("cpu");
        assertThat(result.engine()).startsWith("PyTorch ");
        assertThat(result.batch()).isEqualTo(2);
        assertThat(result.gigaflopPerPair())
                .isEqualTo(2 * NetworkCost.of(architecture).pair() / 1e9);
        assertThat(result.matrixGigaflops()).isPositive().isFinite();
        assertThat(result.pairSeconds()).isPositive().isFinite();
        assertThat(result.encodeSeconds()).isPositive().isFinite();
        assertThat(result.compareSeconds()).isPositive().isFinite();
        assertThat(result.pairsPerSecond()).isEqualTo(2 / result.pairSeconds());
        assertThat(result.comparisonsPerSecond()).isEqualTo(2 / result.compareSeconds());
        assertThat(result.gigaflops()).isCloseTo(result.gigaflopPerPair() * result.pairsPerSecond(), within(1e-12));
        assertThat(result.efficiency()).isEqualTo(result.gigaflops() / result.matrixGigaflops());
        assertThat(result.cachedFraction()).isEqualTo(result.compareSeconds() / result.pairSeconds());
    }

    @Test
    void stagesAreThoseOfTheDataFlowAndAddUpToThePair() {
        Architecture architecture = CompactArchitecture.patch16();
        NetworkBenchmark.Result result = NetworkBenchmark.run(
                CompactNetworks.model(architecture), CompactNetworks.options(OptionalInt.of(1)), 1, Progress.NONE);

        assertThat(result.stages())
                .extracting(NetworkBenchmark.Stage::name)
                .containsExactly(
                        "ViT",
                        "CNN",
                        "offsets",
                        "sampling",
                        "deformable product",
                        "fusion convolutions",
                        "joining of features",
                        "regressor");
        assertThat(result.stages()).allSatisfy(stage -> {
            assertThat(stage.seconds()).isPositive().isFinite();
            assertThat(stage.timesPerPair()).isBetween(1, 2);
            assertThat(stage.gigaflops() > 0).isEqualTo(!stage.name().equals("sampling"));
        });
        double work = result.stages().stream()
                .mapToDouble(stage -> stage.timesPerPair() * stage.gigaflops() * stage.seconds())
                .sum();
        assertThat(work).isCloseTo(result.gigaflopPerPair(), within(1e-12));
    }
}
