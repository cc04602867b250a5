/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputRule;

/** Shards that runs wrote are merged in {@code scoring.batch}. */
class ShardMergeTest {

    @TempDir
    private Path folder;

    private Path shard(String name, String ahiq, int pair) throws IOException {
        String text = name.endsWith(".csv")
                ? "reference," + ahiq + ",pair,pairs,key\r\na b,0.10," + pair + ",2,k\r\n"
                : "{\"reference\":\"a b\",\"" + ahiq + "\":0.10,\"pair\":" + pair + ",\"pairs\":2,\"key\":\"k\"}\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private static void merge(List<Path> shards, Path merged) {
        ShardMerge.merge(shards, merged, new OutputRule(false, shards));
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".jsonl"})
    void shardsOfFormerVersionsGetTheColumnsOfNow(String ending) throws IOException {
        List<Path> former = List.of(shard("a" + ending, "score", 2), shard("b" + ending, "ahiq", 1));
        List<Path> now = List.of(shard("c" + ending, "ahiq", 2), shard("d" + ending, "ahiq", 1));

        merge(former, folder.resolve("e" + ending));
        merge(now, folder.resolve("f" + ending));

        assertThat(folder.resolve("e" + ending)).hasSameBinaryContentAs(folder.resolve("f" + ending));
        assertThat(folder.resolve("e" + ending)).content().contains("ahiq").doesNotContain("score");
    }

    @Test
    void anUnreadableMergedFileLeavesNothingBehind() throws IOException {
        Path shard = shard("a.csv", "ahiq", 1);

        assertThatThrownBy(() -> merge(List.of(shard), folder.resolve("b.csv")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Of 2 pairs these are missing: pair 2.");
        assertThat(folder).isDirectoryNotContaining("glob:**{.tmp,b.csv}");
    }
}
