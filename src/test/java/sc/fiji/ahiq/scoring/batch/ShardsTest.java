/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.MergeSummary;

class ShardsTest extends BatchFixture {

    private List<RatedPair> pairs;

    @BeforeEach
    void makePairs() throws IOException {
        pairs = pairs(3, 3);
    }

    private List<Path> shards(int count, String ending) {
        List<Path> shards = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Path shard = results("shard" + i + ending);
            score(pairs, options().withShard(new Shard(i, count)), shard);
            shards.add(shard);
        }
        return shards;
    }

    private void assertRefused(List<Path> shards, String message) {
        assertThatThrownBy(() -> Batch.merge(shards, results("merged.csv"), false))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
        assertThat(results("merged.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".jsonl"})
    void mergedShardsHaveTheBytesOfARunWithoutShards(String ending) throws IOException {
        Files.delete(pairs.get(4).distorted());
        score(pairs, options(), results("whole" + ending));
        List<Path> shards = shards(4, ending);
        List<Path> shuffled = List.of(shards.get(2), shards.get(0), shards.get(3), shards.get(1));

        MergeSummary summary = Batch.merge(shuffled, results("merged" + ending), false);

        assertThat(results("merged" + ending)).hasSameBinaryContentAs(results("whole" + ending));
        assertThat(summary).isEqualTo(new MergeSummary(9, 1)).hasToString("9 pairs, 1 failed.");
    }

    @Test
    void moreShardsThanPairsAreEmptyFiles() throws IOException {
        pairs = pairs.subList(0, 2);
        score(pairs, options(), results("whole.csv"));

        Batch.merge(shards(4, ".csv"), results("merged.csv"), false);

        assertThat(results("merged.csv")).hasSameBinaryContentAs(results("whole.csv"));
    }

    @Test
    void missingPairsAreListed() throws IOException {
        List<Path> shards = shards(9, ".csv");

        assertRefused(
                List.of(shards.get(0), shards.get(2), shards.get(7)),
                "Of 9 pairs these are missing: pair 2; pairs 4 to 7; pair 9. Name the files of all shards, and let those that"
                        + " were interrupted be finished by --resume.");
    }

    @Test
    void pairsInTwoFilesAreListed() throws IOException {
        List<Path> shards = shards(3, ".csv");

        assertRefused(
                List.of(shards.get(0), shards.get(1), shards.get(2), shards.get(1)),
                "Expected each pair once, but found pair 4 in " + shards.get(1) + " and in " + shards.get(1)
                        + "; pair 5 in "
                        + shards.get(1) + " and in " + shards.get(1) + "; pair 6 in " + shards.get(1) + " and in "
                        + shards.get(1) + ". Name each shard once, and let shards that were interrupted be finished by"
                        + " --resume.");
    }

    @Test
    void shardsOfOtherOptionsAreRefused() throws IOException {
        List<Path> shards = shards(2, ".csv");
        ScoringOptions other = options().scoring().withCrops(CropPlan.nine(), 0);
        Path changed = results("changed.csv");
        score(pairs, BatchOptions.of(other).withShard(new Shard(2, 2)), changed);

        assertRefused(
                List.of(shards.get(0), changed),
                "Expected shards of one list with the same options, but " + changed
                        + " was scored with other options than "
                        + shards.get(0) + ": run is " + column(changed, "run").get(0) + " there and "
                        + column(shards.get(0), "run").get(0) + " here.");
    }

    @Test
    void shardsOfAnotherListAreRefused() throws IOException {
        List<Path> shards = shards(2, ".csv");
        List<RatedPair> others = new ArrayList<>(pairs);
        Collections.swap(others, 0, 1);
        Path changed = results("changed.csv");
        score(others, options().withShard(new Shard(2, 2)), changed);

        assertRefused(
                List.of(shards.get(0), changed),
                "Expected shards of one list with the same options, but " + changed + " is of another list than "
                        + shards.get(0)
                        + ": manifest is " + column(changed, "manifest").get(0) + " there and "
                        + column(shards.get(0), "manifest").get(0) + " here.");
    }

    @Test
    void aTornShardIsRefused() throws IOException {
        List<Path> shards = shards(2, ".csv");
        byte[] bytes = Files.readAllBytes(shards.get(1));
        Files.write(shards.get(1), Arrays.copyOf(bytes, bytes.length - 1));

        assertRefused(
                shards, "The last row of " + shards.get(1) + " is incomplete: run this shard again with --resume.");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path foreign = Files.writeString(results("foreign.csv"), "reference,score\r\na,1\r\n");
        Path absent = results("absent.csv");

        assertRefused(
                List.of(foreign),
                "Expected a results file of ahiq batch, but a row of " + foreign + " has '' in its column pairs.");
        assertRefused(List.of(absent), "Cannot read the results file " + absent + ": there is no file " + absent + ".");
        assertRefused(
                List.of(results("a.jsonl")),
                "Expected shards and merged file of one format, all .csv or all .jsonl, but found " + results("a.jsonl")
                        + ".");
        assertRefused(List.of(), "Expected the results files of all shards, but found none.");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        List<Path> shards = shards(1, ".csv");

        assertThatThrownBy(() -> Batch.merge(shards, shards.get(0), true))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(shards.get(0) + " cannot be written, for it is one of the files that are read");
    }
}
