/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code ahiq batch --spark} on a standalone cluster of real processes. */
class SparkClusterTest extends SparkFixture {

    private static final int REFERENCES = 30;
    private static final int PAIRS_PER_REFERENCE = 12;

    private static List<ProcessHandle> executors(Process worker) {
        return worker.descendants().filter(ProcessHandle::isAlive).toList();
    }

    @Test
    void theFileIsTheSameThoughAnExecutorIsKilled() throws Exception {
        Path manifest = manifest(REFERENCES, PAIRS_PER_REFERENCE);
        Object[] options = {"--manifest", manifest, "--model", model, "--metrics", "ahiq,psnr", "--output"};
        Path results = folder.resolve("spark.csv");
        batch("alone", ExitCode.OK, with(options, folder.resolve("alone.csv")));
        String master = startMaster();
        Process worker = startWorker("worker1", master);
        startWorker("worker2", master);

        Process driver = startBatch("driver", master, with(options, results));
        awaitRows(results, PAIRS_PER_REFERENCE, driver);
        List<ProcessHandle> killed = executors(worker);
        killed.forEach(ProcessHandle::destroyForcibly);
        long rows = rows(results);

        end(driver, "driver", ExitCode.OK);
        assertThat(killed).hasSize(1);
        assertThat(rows).isLessThan(REFERENCES * PAIRS_PER_REFERENCE);
        assertThat(results).hasSameBinaryContentAs(folder.resolve("alone.csv"));
    }

    /** An executor is stopped for a while; what it does is given to the one of another node, too. */
    @Test
    void whatIsDoneTwiceForItSeemsSlowIsWrittenOnce() throws Exception {
        Path manifest = manifest(10, PAIRS_PER_REFERENCE);
        Path alone = folder.resolve("alone.csv");
        Path results = folder.resolve("spark.csv");
        batch("alone", ExitCode.OK, options(manifest, alone, "--maps", folder.resolve("alone maps")));
        String master = startMaster();
        startWorker("worker1", master);
        Process worker = startWorker("worker2", "127.0.0.2", master);
        properties = withBothWorkers(
                "-Dspark.speculation=true",
                "-Dspark.speculation.quantile=0.1",
                "-Dspark.speculation.minTaskRuntime=200ms");

        Process driver = startBatch("driver", master, options(manifest, results, "--maps", folder.resolve("maps")));
        awaitRows(results, PAIRS_PER_REFERENCE, driver);
        ProcessHandle stopped = executors(worker).get(0);
        signal("STOP", stopped);
        awaitRows(results, 10 * PAIRS_PER_REFERENCE, driver);
        signal("CONT", stopped);

        end(driver, "driver", ExitCode.OK);
        assertThat(events()).contains("\"Speculative\":true");
        assertThat(results).hasSameBinaryContentAs(alone);
        assertSameFiles(folder.resolve("maps"), folder.resolve("alone maps"));
    }

    /** Properties of a driver that begins when two executors are there, and writes down what Spark does. */
    private List<String> withBothWorkers(String... more) throws IOException {
        List<String> all = new ArrayList<>(keepEvents());
        all.addAll(List.of(
                "-Dspark.cores.max=2",
                "-Dspark.scheduler.minRegisteredResourcesRatio=1",
                "-Dspark.scheduler.maxRegisteredResourcesWaitingTime=120s"));
        all.addAll(List.of(more));
        return all;
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Processes of one of two nodes can write no file as long as an image, as if their disk were full. */
    @Test
    void tasksOfANodeWithoutRoomForImagesAreDoneByOthers() throws Exception {
        Path manifest = manifest(2, 2);
        for (String name : List.of("r0.png", "d0_0.png", "d0_1.png", "r1.png", "d1_0.png", "d1_1.png")) {
            image(name, name.hashCode(), 1100, 1000);
        }
        Path results = folder.resolve("spark.csv");
        batch("alone", ExitCode.OK, options(manifest, folder.resolve("alone.csv")));
        String master = startMaster();
        startWorker("worker1", master);
        starter = List.of("sh", "-c", "ulimit -f 2000 && exec \"$@\"", "sh"); // blocks of 512 bytes
        startWorker("worker2", master);
        starter = List.of();
        properties = withBothWorkers(
                "-Dspark.hadoop.fs.test.impl=" + StoreOfTests.class.getName(),
                "-Dspark.executor.extraClassPath=" + classPath(), // jars that travel are files, longer than images
                "-Dspark.jars=");

        Process driver = startBatch("driver", master, options("test://store" + manifest, results));

        end(driver, "driver", ExitCode.OK);
        assertThat(events()).contains("File too large");
        assertThat(local(results, "test://store" + folder)).isEqualTo(local(folder.resolve("alone.csv")));
    }
}
