/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;

/** Batches, kept references and running out of memory, with a network that only adds. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetworkBatchingTest {

    private final FakeNetwork fake = FakeNetwork.unlimited();

    @ParameterizedTest
    @CsvSource({"7, 3", "6, 3", "1, 4", "5, 1", "3, 100"})
    void everyCropIsScoredOnceAndInOrder(int count, int batch) {
        assertScores(fake.asNetwork(batch), count);

        assertThat(fake.comparedBatches()).allMatch(size -> size <= batch).hasSize((count + batch - 1) / batch);
        assertThat(fake.open()).isZero();
    }

    /** Of references filled with 0, 1, ... and distorted crops filled with 50, 51, ... */
    private static void assertScores(Network network, int count) {
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), count, false)) {
            assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), count);
        }
    }

    private static void assertScores(List<CropOutput> outputs, int count) {
        assertThat(outputs)
                .extracting(CropOutput::score)
                .containsExactlyElementsOf(IntStream.range(0, count)
                        .mapToObj(i -> FakeNetwork.score(i, 50 + i))
                        .toList());
    }

    @Test
    void noCropsAreNoWork() {
        assertScores(fake.asNetwork(4), 0);

        assertThat(fake.encodedBatches()).isEmpty();
    }

    @Test
    void finishedCropsAreReportedAfterEachBatch() {
        List<String> updates = new ArrayList<>();
        Network network = fake.asNetwork(3);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 7, false)) {
            network.compare(reference, FakeNetwork.crops(0), (done, total) -> updates.add(done + "/" + total));
        }

        assertThat(updates).containsExactly("0/7", "3/7", "6/7", "7/7");
    }

    @Test
    void aReferenceOfManyComparisonsIsEncodedOnce() {
        Network network = fake.asNetwork(3);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 7, true)) {
            for (int i = 0; i < 3; i++) {
                assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), 7);
            }
            assertThat(fake.encodedBatches()).containsExactly(3, 3, 1);
            assertThat(fake.open()).isEqualTo(3);
        }
        assertThat(fake.open()).isZero();
    }

    @Test
    void aReferenceOfOneComparisonIsNotKept() {
        Network network = fake.asNetwork(3);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 7, false)) {
            for (int i = 0; i < 2; i++) {
                assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), 7);
                assertThat(fake.open()).isZero();
            }
        }
        assertThat(fake.encodedBatches()).containsExactly(3, 3, 1, 3, 3, 1);
    }

    @Test
    void whatExceedsTheBudgetIsEncodedEachTime() {
        Network network = fake.asNetwork(2);
        FeatureBudget budget = new FeatureBudget(4 * FakeNetwork.BYTES_PER_CROP);
        try (ReferenceCrops reference = new ReferenceCrops(FakeNetwork.crops(0), 6, budget)) {
            for (int i = 0; i < 2; i++) {
                assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), 6);
                assertThat(fake.open()).isEqualTo(2);
            }
        }
        assertThat(fake.encodedBatches()).containsExactly(2, 2, 2, 2);
        assertThat(fake.open()).isZero();
    }

    @Test
    void aClosedReferenceIsEncodedAgain() {
        Network network = fake.asNetwork(2);
        ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 2, true);
        for (int i = 0; i < 2; i++) {
            assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), 2);
            reference.close();
            assertThat(fake.open()).isZero();
        }
        assertThat(fake.encodedBatches()).containsExactly(2, 2);
    }

    @ParameterizedTest
    @CsvSource({"2, 100, true", "100, 2, true", "3, 2, false", "2, 1, true", "1, 1, false"})
    void aBatchThatDoesNotFitIsHalved(int maxEncode, int maxCompare, boolean manyComparisons) {
        FakeNetwork small = new FakeNetwork(maxEncode, maxCompare);
        Network network = small.asNetwork(8);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 11, manyComparisons)) {
            assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), 11);
            assertThat(network.batch()).isEqualTo(Math.min(maxEncode, maxCompare));
            assertThat(small.comparedBatches()).allMatch(size -> size <= maxCompare);
            assertThat(small.comparedBatches().stream().mapToInt(i -> i).sum()).isEqualTo(11);
            assertScores(network.compare(reference, FakeNetwork.crops(50), Progress.NONE), 11);
        }
        assertThat(small.open()).isZero();
    }

    @Test
    void aSmallerLastBatchThatDoesNotFitIsHalved() {
        FakeNetwork small = new FakeNetwork(2, 2);
        Network network = small.asNetwork(64);

        assertScores(network, 5);

        assertThat(network.batch()).isEqualTo(2);
    }

    @Test
    void aReferenceKeptInLargerBatchesIsEncodedAgain() {
        Network network = fake.asNetwork(4);
        try (ReferenceCrops first = network.reference(FakeNetwork.crops(0), 7, true)) {
            assertScores(network.compare(first, FakeNetwork.crops(50), Progress.NONE), 7);
            fake.runOutOfMemoryOnce();
            assertScores(network, 4);
            assertThat(network.batch()).isEqualTo(2);

            assertScores(network.compare(first, FakeNetwork.crops(50), Progress.NONE), 7);

            assertThat(fake.encodedBatches()).endsWith(2, 2, 2, 1);
            assertThat(fake.open()).isEqualTo(4);
        }
        assertThat(fake.open()).isZero();
    }

    @Test
    void aSingleCropThatDoesNotFitIsAnError() {
        FakeNetwork none = new FakeNetwork(100, 0);
        Network network = none.asNetwork(8);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 3, true)) {
            assertThatThrownBy(() -> network.compare(reference, FakeNetwork.crops(0), Progress.NONE))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("The memory of gpu0 does not suffice for a single crop: close other programs, or use"
                            + " another device or a smaller model. The engine says: out of memory: 1 crops")
                    .hasCauseInstanceOf(OutOfNativeMemoryException.class);
        }
        assertThat(none.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void featuresAreClosedWhenProgressCancels(boolean manyComparisons) {
        Network network = fake.asNetwork(2);
        CancelledException cancelled = new CancelledException();
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 6, manyComparisons)) {
            assertThatThrownBy(() -> network.compare(reference, FakeNetwork.crops(0), (done, total) -> {
                        if (done == 4) {
                            throw cancelled;
                        }
                    }))
                    .isSameAs(cancelled);
            assertThat(fake.comparedBatches()).containsExactly(2, 2);
        }
        assertThat(fake.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void featuresAreClosedWhenTheNetworkFails(boolean manyComparisons) {
        Network network = fake.asNetwork(2);
        EngineException failure = new EngineException("broken");
        fake.failWith(failure);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 6, manyComparisons)) {
            assertThatThrownBy(() -> network.compare(reference, FakeNetwork.crops(0), Progress.NONE))
                    .isSameAs(failure);
        }
        assertThat(fake.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void featuresAreClosedWhenPixelsCannotBeRead(boolean manyComparisons) {
        Network network = fake.asNetwork(2);
        IllegalStateException failure = new IllegalStateException("no pixels");
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), 6, manyComparisons)) {
            assertThatThrownBy(() -> network.compare(
                            reference,
                            (index, target, offset) -> {
                                throw failure;
                            },
                            Progress.NONE))
                    .isSameAs(failure);
        }
        assertThat(fake.open()).isZero();
    }

    @Test
    void smallBatchesOfThreadsGoThroughTogetherUpToABatch() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        AtomicInteger most = new AtomicInteger();
        fake.meet((inside, crops) -> {
            most.accumulateAndGet(inside, Math::max);
            await(together);
        });

        inThreads(6, fake.asNetwork(3), 1);

        assertThat(most).hasValue(3);
        assertThat(fake.encodedBatches()).containsExactly(1);
        assertThat(fake.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "2, 3", "5, 2"})
    void threadsHaveNoMoreThanABatchInsideTogether(int count, int batch) throws Exception {
        AtomicInteger most = new AtomicInteger();
        fake.meet((inside, crops) -> {
            most.accumulateAndGet(inside, Math::max);
            sleep();
        });

        inThreads(4, fake.asNetwork(batch), count);

        assertThat(most.get()).isLessThanOrEqualTo(batch);
        assertThat(fake.encodedBatches().stream().mapToInt(i -> i).sum()).isEqualTo(count);
        assertThat(fake.open()).isZero();
    }

    @Test
    void aCropThatDoesNotFitBesideOthersIsTriedAlone() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        Network network = fake.asNetwork(3);

        fake.meet(new FakeNetwork.Meeting() {
            private final Set<Thread> failed = ConcurrentHashMap.newKeySet();

            @Override
            public void meet(int inside, int crops) throws OutOfNativeMemoryException {
                if (failed.add(Thread.currentThread())) {
                    await(together);
                    throw new OutOfNativeMemoryException(new IllegalStateException("out of memory"));
                }
                assertThat(inside).isEqualTo(1);
            }
        });
        inThreads(3, network, 1);

        assertThat(network.batch()).isEqualTo(1);
        assertThat(fake.open()).isZero();
    }

    @Test
    void aBatchThatIsTooLargeByTheTimeItGoesInIsMadeSmaller() throws Exception {
        FakeNetwork small = new FakeNetwork(1, 1);
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger reads = new AtomicInteger();
        CropSource distorted = (index, target, offset) -> {
            if (reads.incrementAndGet() <= 2) {
                await(together);
            }
            FakeNetwork.crops(50).read(index, target, offset);
        };

        inThreads(2, small.asNetwork(2), 2, distorted);

        assertThat(small.open()).isZero();
    }

    @Test
    void aFailureHalvesAllThatIsInside() throws Exception {
        Network network = fake.asNetwork(8);
        CountDownLatch largeIsInside = new CountDownLatch(1);
        fake.meet((inside, crops) -> {
            if (crops == 5) {
                largeIsInside.countDown();
                while (network.batch() == 8) {
                    sleep();
                }
            } else if (network.batch() == 8) {
                throw new OutOfNativeMemoryException(new IllegalStateException("out of memory"));
            }
        });
        Thread large = new Thread(() -> assertScores(network, 5));
        large.start();
        largeIsInside.await();

        assertScores(network, 1);

        large.join();
        assertThat(network.batch()).isEqualTo((5 + 1) / 2);
        assertThat(fake.open()).isZero();
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void inThreads(int threads, Network network, int count) throws Exception {
        inThreads(threads, network, count, FakeNetwork.crops(50));
    }

    /** Each compares the same reference with the same distorted crops. */
    private static void inThreads(int threads, Network network, int count, CropSource distorted) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (ReferenceCrops reference = network.reference(FakeNetwork.crops(0), count, true)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> assertScores(network.compare(reference, distorted, Progress.NONE), count)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other calls did not come", e);
        }
    }

    @Test
    void anInterruptedThreadDoesNotWaitForTheOthers() throws Exception {
        Network network = fake.asNetwork(1);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        fake.meet((inside, crops) -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Thread other = new Thread(() -> assertScores(network, 1));
        other.start();
        entered.await();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> assertScores(network, 1)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        leave.countDown();
        other.join();
        assertThat(fake.comparedBatches()).containsExactly(1);
        assertThat(fake.open()).isZero();
    }

    @Test
    void closingTheNetworkClosesWhatItRunsOn() {
        fake.asNetwork(1).close();

        assertThat(fake.isClosed()).isTrue();
    }
}
