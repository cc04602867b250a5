/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
