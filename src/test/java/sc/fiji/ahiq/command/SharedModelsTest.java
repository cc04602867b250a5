/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoringOptions;

class SharedModelsTest {

    private static final long LIMIT_SECONDS = 60;

    private static final ScoringOptions PSNR = ScoringOptions.defaults()
            .withMetrics(MetricSelection.parse("psnr", Metrics.ofClassPath(), ModelStore.of(null)));

    private static PlanePairs pair() {
        ImageSource image = new ImagePlusSource(new ImagePlus("a", new ByteProcessor(40, 40)));
        return PlanePairs.of(image, image, ChannelMode.RGB, Optional.empty());
    }

    @Test
    void aSecondScoringTellsThatItWaitsUntilTheFirstHasEnded() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<String> waited = new CompletableFuture<>();
        CompletableFuture<?> first =
                CompletableFuture.runAsync(() -> SharedModels.score(pair(), PSNR, Progress.NONE, plane -> {
                    begun.countDown();
                    await(mayEnd);
                }));
        await(begun);

        CompletableFuture<List<PlaneScore>> second =
                CompletableFuture.supplyAsync(() -> SharedModels.score(pair(), PSNR, teller(waited), plane -> {}));

        assertThat(waited.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("another scoring");
        assertThat(second).isNotDone();
        mayEnd.countDown();
        assertThat(second.get(LIMIT_SECONDS, TimeUnit.SECONDS)).hasSize(1);
        first.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Progress teller(CompletableFuture<String> waited) {
        return new Progress() {
            @Override
            public void update(long done, long total) {
                // only waiting counts here
            }

            @Override
            public void waitFor(String what) {
                waited.complete(what);
            }
        };
    }
}
