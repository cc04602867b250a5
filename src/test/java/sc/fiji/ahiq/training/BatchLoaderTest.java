/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;

class BatchLoaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void givesBatchesInTheOrderOfTheSteps(int threads) {
        try (BatchLoader loader = new BatchLoader(BatchLoaderTest::batch, 5, 30, threads)) {
            for (int step = 5; step < 30; step++) {
                assertThat(loader.take().labels()).containsExactly(step);
            }
        }
    }

    @Test
    void doesNotRunAheadWithoutLimit() {
        AtomicLong last = new AtomicLong();
        try (BatchLoader loader = new BatchLoader(
                step -> {
                    last.accumulateAndGet(step, Math::max);
                    return batch(step);
                },
                0,
                1000,
                2)) {
            for (int step = 0; step < 10; step++) {
                loader.take();
            }
        }

        assertThat(last.get()).isLessThanOrEqualTo(12);
    }

    @Test
    void passesOnWhatIsWrongWithAnImage() {
        try (BatchLoader loader = new BatchLoader(
                step -> {
                    throw new ImageException("damaged");
                },
                0,
                3,
                1)) {
            assertThatThrownBy(loader::take).isInstanceOf(ImageException.class).hasMessage("damaged");
        }
    }

    private static CropBatch batch(long step) {
        return new CropBatch(1, new float[0], new float[0], new float[] {step}, new float[0]);
    }
}
