/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.batch;

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
import sc.fiji.ahiq.dataset.RatedPair;
import sc.fiji.ahiq.error.CancelledException;
import sc.fiji.ahiq.inference.Progress;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;

/** Pairs scored side by side, by a metric that the test holds up. */
class ScoringThreadsTest extends BatchFixture {

    private record Held(DoubleSupplier scoring) implements FullReferenceMetric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("held", "Held", "none", Direction.LOWER_IS_BETTER, 0, 9, false, 1, false);
        }

        @Override
        public MetricResult score(PlanarImage reference, PlanarImage distorted) {
            return MetricResult.of(scoring.getAsDouble());
        }
    }

    private static BatchOptions options(DoubleSupplier scoring) {
        MetricSelection selection = MetricSelection.parse("held", Metrics.of(List.of(new Held(scoring))));
        return BatchOptions.of(null, ScoringOptions.defaults().withMetrics(selection), CPU);
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
        List<RatedPair> pairs = pairs(1, 3);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch held = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread run = new Thread(() -> {
            try {
                score(
                        pairs,
                        options(() -> {
                            if (calls.incrementAndGet() > 1) {
                                held.countDown();
                                await(new CountDownLatch(1));
                            }
                            return 1;
                        }),
                        results("results.csv"));
            } catch (CancelledException e) {
                thrown.add(e);
            }
        });

        run.start();
        assertThat(await(held)).isTrue();
        run.interrupt();
        run.join(TimeUnit.MINUTES.toMillis(1));

        assertThat(thrown).hasSize(1);
        assertThat(rows(results("results.csv"))).hasSizeLessThanOrEqualTo(1);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("AHIQ scorer", "AHIQ writer");
    }

    @Test
    void imagesTooLargeForTheHeapAreScoredOneByOne() throws IOException {
        int side = (int) Math.sqrt(Runtime.getRuntime().maxMemory() / 1000.0);
        assumeThat(side).isLessThan(4000);
        RatedPair large = RatedPair.unrated(image("a.png", 1, side, side), image("b.png", 2, side, side));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        score(
                List.of(large, large, large),
                options(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    try {
                        Thread.sleep(20);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return inside.decrementAndGet();
                }),
                results("results.csv"));

        assertThat(most).hasValue(1);
    }
}
