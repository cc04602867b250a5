/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images larger than the memory of the process, which are computed cell by cell, are scored by crops. */
class HugeImageTest {

    /** Too little for either image as a whole: 763 MiB of 16-bit pixels, or two planes of doubles, 31 MiB each. */
    private static final String HEAP = "-Xmx48m";

    @TempDir
    private Path folder;

    private Map<String, Double> score(String... arguments) throws Exception {
        ChildJava.Result result =
                new ChildJava(folder, HEAP, "-Djava.awt.headless=true").run(HugeImage.class, arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        Map<String, Double> values = new HashMap<>();
        result.out().lines().map(line -> line.split(" ")).forEach(pair -> values.put(pair[0], Double.valueOf(pair[1])));
        return values;
    }

    @Test
    void randomCropsOfFourHundredMegapixels() throws Exception {
        Map<String, Double> values = score("20000", "random:20", "0:65535");

        assertThat(values.get("value")).isBetween(0.0, 1.0);
        assertThat(values).containsEntry("crops", 20.0);
        assertThat(values.get("cells")).as("of the 6241 cells").isLessThanOrEqualTo(20 * 4 + 20);
    }

    @Test
    void theWholeImageAndItsMap() throws Exception {
        Path map = folder.resolve("map.tif");

        Map<String, Double> values = score("2000", "whole", "min-max", map.toString());

        assertThat(values.get("value")).isBetween(0.0, 1.0);
        assertThat(values).containsEntry("coverage", 1.0);
        assertThat(Files.size(map)).isBetween(16_000_000L, 16_000_400L);
    }

    @Test
    void aGridAndItsMap() throws Exception {
        Path map = folder.resolve("map.tif");

        Map<String, Double> values = score("2000", "grid", "min-max", map.toString());

        assertThat(values).containsEntry("crops", 256.0).containsEntry("coverage", 1.0);
        assertThat(Files.size(map)).isBetween(16_000_000L, 16_000_400L);
    }
}
