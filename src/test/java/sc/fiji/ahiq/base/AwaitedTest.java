/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ImageException;

class AwaitedTest {

    @Test
    void givesTheResult() {
        assertThat(Awaited.result(CompletableFuture.completedFuture("result"))).isEqualTo("result");
    }

    static Stream<Throwable> unchecked() {
        return Stream.of(
                new ImageException("damaged"),
                new IllegalStateException("defect"),
                new OutOfMemoryError("heap"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("unchecked")
    void whatWasThrownIsThrownAsItIs(Throwable thrown) {
        assertThatThrownBy(() -> Awaited.result(CompletableFuture.failedFuture(thrown)))
                .isSameAs(thrown);
    }

    @Test
    void aCheckedExceptionIsWrapped() {
        IOException thrown = new IOException("disk");

        assertThatThrownBy(() -> Awaited.result(CompletableFuture.failedFuture(thrown)))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(thrown);
    }

    @Test
    void anInterruptedThreadCancelsAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Awaited.result(new CompletableFuture<>())).isInstanceOf(CancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void thePoolsEndIsAwaitedInSpiteOfAnInterruption() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        pool.execute(() -> done.set(true));
        pool.shutdown();
        Thread.currentThread().interrupt();

        Awaited.end(pool);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isTrue();
    }
}
