/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Runs of {@code ahiq batch} as processes: killed, side by side, and by the scripts for clusters. */
class BatchProcessTest extends CommandLineFixture {

    private static final int KILLS = 5;
    private static final int PAIRS = 60;
    private static final int PAIRS_PER_REFERENCE = 6;
    private static final int TIMEOUT_SECONDS = 240;
    private static final Path SCRIPTS = Path.of("src/main/dist/cluster").toAbsolutePath();

    private Path manifest;
    private Path program;

    @BeforeEach
    void makePairs() throws IOException {
        assumeTrue(File.separatorChar == '/', "needs a shell");
        manifest = manifest(PAIRS);
        program = program();
    }

    private Path manifest(int pairs) throws IOException {
        List<String> lines = new ArrayList<>(List.of("reference,distorted"));
        for (int i = 0; i < pairs; i++) {
            int reference = i / PAIRS_PER_REFERENCE;
            if (i % PAIRS_PER_REFERENCE == 0) {
                image("r" + reference + ".png", 10_000 + reference);
            }
            image("d" + i + ".png", i);
            lines.add("r" + reference + ".png,d" + i + ".png");
        }
        return Files.write(folder.resolve("pairs.csv"), lines);
    }

    private Process start(String name, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", "/nowhere");
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("AHIQ_CACHE", cache().toString());
        return builder.start();
    }

    /** That of the other tests: unpacked already. */
    private static Path cache() {
        return Path.of(System.getProperty("user.home"), ".djl.ai");
    }

    private Process startBatch(String name, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "batch",
                "--manifest",
                manifest.toString(),
                "--model",
                model.toString(),
                "--output",
                folder.resolve(name).toString()));
        command.addAll(List.of(options));
        return start(name, command.toArray(String[]::new));
    }

    private void assertDone(Process process, String name) throws Exception {
        assertThat(process.waitFor(TIMEOUT_SECONDS, SECONDS))
                .as("ended: " + name)
                .isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".txt")))
                .isZero();
    }

    /** Without a seed: every run of this test kills at other moments. */
    @Test
    void whateverMomentARunIsKilledAtNothingIsLostAndNothingIsScoredTwice() throws Exception {
        assertDone(startBatch("whole.csv"), "whole.csv");
        String whole = Files.readString(folder.resolve("whole.csv"));
        Path results = folder.resolve("killed.csv");
        Random random = new Random();
        String before = "";
        for (int kill = 1; kill <= KILLS; kill++) {
            long target = whole.length() * (long) kill / (KILLS + 1) + random.nextInt(whole.length() / KILLS);
            Process process = startBatch("killed.csv", "--resume");
            while (process.isAlive() && size(results) < target) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();

            String found = Files.readString(results);
            String complete = found.substring(0, found.lastIndexOf('\n') + 1);
            assertThat(whole).as("rows after kill %s", kill).startsWith(complete);
            assertThat(complete).as("rows before kill %s", kill).startsWith(before);
            before = complete;
        }

        assertDone(startBatch("killed.csv", "--resume"), "killed.csv");
        assertThat(results).content().isEqualTo(whole);
        long rows = Math.max(0, before.lines().count() - 1);
        assertThat(folder.resolve("killed.csv.txt"))
                .content()
                .isEqualTo(PAIRS + " pairs: " + (PAIRS - rows) + " scored"
                        + (rows > 0 ? ", " + rows + " scored before" : "") + ".\n");
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @RepeatedTest(2)
    void shardsInParallelUnpackOnceIntoAColdCache() throws Exception {
        Path cold = folder.resolve("cold/cache");
        Process first = startBatch("shard1.csv", "--shard", "1/2", "--cache", cold.toString());
        Process second = startBatch("shard2.csv", "--shard", "2/2", "--cache", cold.toString());
        assertDone(first, "shard1.csv");
        assertDone(second, "shard2.csv");
        assertDone(startBatch("whole.csv"), "whole.csv");
        assertDone(
                start("all.csv", program.toString(), "merge", "--output", "all.csv", "shard1.csv", "shard2.csv"),
                "all.csv");

        assertThat(folder.resolve("all.csv")).hasSameBinaryContentAs(folder.resolve("whole.csv"));
        try (Stream<Path> files = Files.list(cold.resolve("pytorch"))) {
            assertThat(files).hasSize(2).anyMatch(file -> file.endsWith("ahiq-unpacking.lock"));
        }
    }

    @Test
    void theTasksOfAJobArrayMakeShards() throws Exception {
        assertDone(startBatch("whole.csv"), "whole.csv");
        List<Process> tasks = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            tasks.add(start(
                    "task" + i,
                    "env",
                    "SLURM_ARRAY_TASK_ID=" + i,
                    "SLURM_ARRAY_TASK_COUNT=2",
                    SCRIPTS.resolve("slurm.sh").toString(),
                    manifest.toString(),
                    model.toString(),
                    folder.resolve("results").toString()));
        }
        assertDone(tasks.get(0), "task1");
        assertDone(tasks.get(1), "task2");
        assertDone(
                start(
                        "merge",
                        program.toString(),
                        "merge",
                        "--output",
                        "all.csv",
                        "results/shard-1.csv",
                        "results/shard-2.csv"),
                "merge");

        assertThat(folder.resolve("all.csv")).hasSameBinaryContentAs(folder.resolve("whole.csv"));
    }

    @Test
    void xargsRunsShardsAndJoinsThemAsOftenAsItIsStarted() throws Exception {
        assertDone(startBatch("whole.csv"), "whole.csv");
        Path results = folder.resolve("new/results");

        for (String run : List.of("xargs", "again")) {
            assertDone(
                    start(
                            run,
                            SCRIPTS.resolve("xargs.sh").toString(),
                            manifest.toString(),
                            model.toString(),
                            results.toString(),
                            "2"),
                    run);
        }

        assertThat(results.resolve("all.csv")).hasSameBinaryContentAs(folder.resolve("whole.csv"));
    }
}
