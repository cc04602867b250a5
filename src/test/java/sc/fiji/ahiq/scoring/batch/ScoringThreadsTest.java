/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** Pairs scored side by side, by a metric that the test holds up. */
class ScoringThreadsTest extends BatchFixture {

    /** The first pair is among the first so many that are scored. */
    private static final int MOST_AT_ONCE = 4;

    private static final class Held extends ClassicalMetric {

        private final DoubleSupplier scoring;

        Held(DoubleSupplier scoring) {
            super(new MetricDescription("held", "Held", "none", Direction.LOWER_IS_BETTER, 0, 9, false, 1, false));
            this.scoring = scoring;
        }

        @Override
        protected Comparison prepare(PlanarImage reference) {
            return distorted -> MetricResult.of(scoring.getAsDouble());
        }
    }

    private static BatchOptions options(DoubleSupplier scoring) {
        MetricSelection selection = MetricSelection.parse("held", Metrics.of(List.of(new Held(scoring))));
        return BatchOptions.of(ScoringOptions.defaults().withMetrics(selection));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void aPairThatIsDoneEarlyWaitsForThoseBeforeIt() throws IOException {
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        List<RatedPair> pairs = pairs(2, 1);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch secondIsDone = new CountDownLatch(1);
        List<Object> told = new ArrayList<>();

        Batch.score(
                pairs,
                options(() -> {
                    if (calls.incrementAndGet() == 1) {
                        return await(secondIsDone) ? 1 : 9;
                    }
                    secondIsDone.countDown();
                    return 2;
                }),
                results("results.csv"),
                Progress.NONE,
                row -> told.add(row.cells().get("distorted")));

        assertThat(calls).hasValue(2);
        assertThat(column(results("results.csv"), "held")).containsExactlyInAnyOrder("1.0", "2.0");
        assertThat(column(results("results.csv"), "pair")).containsExactly("1", "2");
        assertThat(told)
                .isEqualTo(
                        pairs.stream().map(pair -> pair.distorted().toString()).toList());
    }

    @Test
    void aFailureEndsTheRunAfterTheRowsBeforeIt() throws IOException {
        List<RatedPair> pairs = pairs(3, 4);
        AtomicInteger calls = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("broken");

        assertThatThrownBy(() -> score(
                        pairs,
                        options(() -> {
                            if (calls.incrementAndGet() > 5) {
                                throw failure;
                            }
                            return 1;
                        }),
                        results("results.csv")))
                .isSameAs(failure);

        int rows = rows(results("results.csv")).size();
        assertThat(rows).isBetween(2, 5);
        assertThat(column(results("results.csv"), "held")).containsOnly("1.0");
    }

    @Test
    void anInterruptedRunKeepsItsRowsAndLeavesNoThread() throws Exception {
        List<RatedPair> pairs = pairs(1, 6);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch held = new CountDownLatch(2);
        List<Throwable> thrown = new ArrayList<>();
        BatchOptions options = options(() -> {
            if (calls.incrementAndGet() > MOST_AT_ONCE) {
                held.countDown();
                await(new CountDownLatch(1));
            }
            return 1;
        });
        Thread run = new Thread(() -> {
            try {
                Batch.score(pairs, options, results("results.csv"), Progress.NONE, row -> held.countDown());
            } catch (CancelledException e) {
                thrown.add(e);
            }
        });

        run.start();
        assertThat(await(held)).isTrue();
        run.interrupt();
        run.join(TimeUnit.MINUTES.toMillis(1));

        assertThat(thrown).hasSize(1);
        assertThat(rows(results("results.csv"))).hasSizeBetween(1, MOST_AT_ONCE);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (List.of("AHIQ scorer", "AHIQ writer").contains(thread.getName())) {
                thread.join(TimeUnit.MINUTES.toMillis(1));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void pairsThatDoNotFitIntoTheHeapTogetherAreScoredOneByOne() throws IOException {
        PlannedPair entry = BatchPlan.of(pairs(1, 1)).entries().get(0);
        ImagePlane image = ImageFiles.open(entry.pair().reference());
        LoadedPair pair = LoadedPair.of(entry, "key", image, image);
        CountDownLatch released = new CountDownLatch(1);
        BatchOptions options = options(() -> await(released) ? 1 : 2);
        try (ScoringRun run = ScoringRun.open(options.scoring())) {
            long two = 4 * 2 * run.heapBytes(image);
            try (ScoringThreads roomForTwo = new ScoringThreads(
                            run, Progress.NONE, new ScoringCapacity(3, two), ReferenceScorer::score);
                    ScoringThreads roomForNone = new ScoringThreads(
                            run, Progress.NONE, new ScoringCapacity(3, two / 100), ReferenceScorer::score)) {
                roomForTwo.submit(pair, true);
                roomForNone.submit(pair, true);
                assertThat(roomForTwo.isFull()).isFalse();
                assertThat(roomForNone.isFull()).isTrue();
                assertThat(roomForTwo.hasRoomFor(pair)).isTrue();
                assertThat(roomForNone.hasRoomFor(pair)).isFalse();
                roomForTwo.submit(pair, false);
                assertThat(roomForTwo.isFull()).isTrue();
                assertThat(roomForTwo.hasRoomFor(pair)).isFalse();
                released.countDown();
                assertThat(roomForTwo.take().row().error()).isNull();
                assertThat(roomForNone.take().row().error()).isNull();
            }
        }
    }

    @Test
    void theHeapOfAPairIsThatOfItsImagesAndMore() throws IOException {
        ImagePlane image = ImageFiles.open(image("a.png", 1, 100, 50));
        ScoringOptions options = options().scoring();
        MetricSelection psnr = MetricSelection.parse("psnr", Metrics.ofClassPath());
        MetricSelection both = MetricSelection.parse("psnr,ssim", Metrics.ofClassPath());
        try (ScoringRun ahiq = ScoringRun.open(options);
                ScoringRun one = ScoringRun.open(options.withMetrics(psnr));
                ScoringRun two = ScoringRun.open(options.withMetrics(both))) {
            assertThat(ahiq.heapBytes(image)).isEqualTo(2 * 5000);
            assertThat(one.heapBytes(image)).isEqualTo((2 + 320) * 5000);
            assertThat(two.heapBytes(image))
                    .as("one works, both keep the reference")
                    .isEqualTo((2 + 320 + 32) * 5000);
        }
    }
}
