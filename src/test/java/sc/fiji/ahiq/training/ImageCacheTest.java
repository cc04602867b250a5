/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {

    private static final int IMAGE_BYTES = 40 * 40 * 4;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        ToyPairs.write(folder, 1, 3);
    }

    @Test
    void decodesOnce() {
        ImageCache cache = new ImageCache(IMAGE_BYTES);

        assertThat(cache.get(folder.resolve("r0.png"))).isSameAs(cache.get(folder.resolve("r0.png")));
        assertThat(cache.bytes()).isEqualTo(IMAGE_BYTES);
    }

    @Test
    void letsGoOfThoseThatWereNotAskedForLongest() {
        ImageCache cache = new ImageCache(2 * IMAGE_BYTES);
        var first = cache.get(folder.resolve("d0_1.png"));
        var second = cache.get(folder.resolve("d0_2.png"));
        cache.get(folder.resolve("d0_1.png"));
        cache.get(folder.resolve("d0_3.png"));

        assertThat(cache.bytes()).isEqualTo(2 * IMAGE_BYTES);
        assertThat(cache.get(folder.resolve("d0_1.png"))).isSameAs(first);
        assertThat(cache.get(folder.resolve("d0_2.png"))).isNotSameAs(second);
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        ImageCache cache = new ImageCache(IMAGE_BYTES - 1);

        assertThat(cache.get(folder.resolve("r0.png")).plane().width()).isEqualTo(40);
        assertThat(cache.bytes()).isZero();
    }
}
