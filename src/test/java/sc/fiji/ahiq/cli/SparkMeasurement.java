/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.file.GreyFiles;

/**
 * Figures of batches on Spark, for a machine that does nothing else. No test of the build, for it takes long:
 *
 * <pre>
 * mvn test -Dtest='SparkMeasurement#cluster'    # 3,000 pairs on a master and three workers, beside ahiq batch
 * mvn test -Dtest='SparkMeasurement#kills'      # 20 runs in each of which an executor or a worker is killed
 * mvn test -Dtest='SparkMeasurement#scaling'    # one core, two cores, two executors, beside ahiq batch
 * mvn test -Dtest='SparkMeasurement#planning'   # 100,000 and 1,000,000 rows
 * </pre>
 */
class SparkMeasurement extends SparkFixture {

    private static final int WORKERS = 3;
    private static final int KILLS = Integer.getInteger("ahiq.kills", 20);
    private static final int REFERENCES = 60;
    private static final int PAIRS_PER_REFERENCE = Integer.getInteger("ahiq.pairs", 50);
    private static final int SMALLEST = 96;
    private static final int LARGEST = 256;
    private static final double NANOS = 1e9;

    private final Random random = new Random();

    /** Images of structure and noise of many sizes. */
    private Path images(int references, int pairsPerReference) throws IOException {
        List<String> lines = new ArrayList<>(List.of("reference,distorted"));
        for (int r = 0; r < references; r++) {
            Random own = new Random(r);
            int width = SMALLEST + own.nextInt(LARGEST - SMALLEST + 1);
            int height = SMALLEST + own.nextInt(LARGEST - SMALLEST + 1);
            byte[] reference = new byte[width * height];
            for (int i = 0; i < reference.length; i++) {
                reference[i] =
                        (byte) (128 + 100 * Math.sin(i % width * 0.01 * (r % 9 + 1)) * Math.cos(i / width * 0.05));
            }
            GreyFiles.writePng(folder.resolve("r" + r + ".png"), reference, width, height);
            for (int d = 0; d < pairsPerReference; d++) {
                byte[] distorted = reference.clone();
                for (int i = 0; i < distorted.length; i++) {
                    distorted[i] = (byte) Math.max(0, Math.min(255, (reference[i] & 0xff) + own.nextGaussian() * d));
                }
                String name = "d" + r + "_" + d + ".png";
                GreyFiles.writePng(folder.resolve(name), distorted, width, height);
                lines.add("r" + r + ".png," + name);
            }
        }
        return Files.write(folder.resolve("pairs.csv"), lines);
    }

    private Object[] options(Path manifest, String results) {
        return new Object[] {
            "--manifest",
            manifest,
            "--metrics",
            "ahiq,psnr,ssim",
            "--device",
            "cpu",
            "--pad",
            "reflect",
            "--output",
            folder.resolve(results)
        };
    }

    private List<Process> startCluster(String master, int workers) throws IOException {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            started.add(startWorker("worker" + System.nanoTime(), master));
        }
        return started;
    }

    private static void tell(String figure, Object value) {
        System.out.println("FIGURE " + figure + ": " + value);
    }

    private double seconds(String name, String master, Path manifest) throws Exception {
        long start = System.nanoTime();
        if (master.isEmpty()) {
            batch(name, ExitCode.OK, options(manifest, name + ".csv"));
        } else {
            end(startBatch(name, master, options(manifest, name + ".csv")), name, ExitCode.OK);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    @Test
    void cluster() throws Exception {
        Path manifest = images(REFERENCES, PAIRS_PER_REFERENCE);
        tell("ahiq batch, one thread of the engine, s", seconds("alone", "", manifest));
        String master = startMaster();
        startCluster(master, WORKERS);

        tell("standalone, three workers of one core, s", seconds("spark", master, manifest));

        assertThat(folder.resolve("spark.csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
        tell("the same bytes of rows", rows(folder.resolve("spark.csv")));
    }

    @Test
    void kills() throws Exception {
        Path manifest = images(REFERENCES, PAIRS_PER_REFERENCE);
        batch("alone", ExitCode.OK, options(manifest, "alone.csv"));
        String master = startMaster();
        List<Process> workers = startCluster(master, WORKERS);
        for (int run = 1; run <= KILLS; run++) {
            String name = "run" + run;
            Process driver = startBatch(name, master, options(manifest, name + ".csv"));
            awaitRows(
                    folder.resolve(name + ".csv"),
                    1 + random.nextInt(REFERENCES * PAIRS_PER_REFERENCE * 3 / 4),
                    driver);
            Process worker = workers.remove(random.nextInt(workers.size()));
            boolean whole = random.nextBoolean();
            List<ProcessHandle> executors = worker.descendants().toList();
            long rows = rows(folder.resolve(name + ".csv"));
            if (whole) {
                worker.destroyForcibly().waitFor();
                workers.addAll(startCluster(master, 1));
            } else {
                executors.forEach(ProcessHandle::destroyForcibly);
                workers.add(worker);
            }
            end(driver, name, ExitCode.OK);
            assertThat(folder.resolve(name + ".csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
            tell(
                    "run " + run,
                    "the same bytes; killed a" + (whole ? " worker" : "n executor") + " after " + rows + " rows");
        }
    }

    @Test
    void scaling() throws Exception {
        Path manifest = images(REFERENCES, PAIRS_PER_REFERENCE);
        Path start = Files.write(
                folder.resolve("start.csv"), List.of("reference,distorted", "r0.png,d0_0.png", "r1.png,d1_0.png"));
        String master = startMaster();
        startCluster(master, 2);
        for (String site : List.of("", "local[1]", "local[2]", master)) {
            String label =
                    site.isEmpty() ? "ahiq batch" : site.startsWith("local") ? site : "two executors of one core";
            String name = label.replaceAll("\\W", "");
            double startUp = seconds(name + "start", site, start);
            double all = seconds(name, site, manifest);
            long pairs = rows(folder.resolve(name + ".csv"));
            tell(
                    label,
                    String.format(
                            "start-up %.1f s, all %.1f s, %.1f pairs/s after it",
                            startUp, all, pairs / (all - startUp)));
        }
    }

    /** A metric that takes no time, on images of next to no pixels; distorted ones are shared by references. */
    @Test
    void planning() throws Exception {
        for (int[] sizes : new int[][] {{2_000, 1}, {20_000, 2}}) {
            int references = sizes[0];
            Path manifest = folder.resolve("plan" + references + ".csv");
            List<String> lines = new ArrayList<>(List.of("reference,distorted"));
            for (int r = 0; r < references; r++) {
                GreyFiles.writePng(folder.resolve("r" + r + ".png"), new byte[] {0, 1, 2, (byte) r}, 2, 2);
                for (int d = 0; d < PAIRS_PER_REFERENCE; d++) {
                    lines.add("r" + r + ".png,d" + d + ".png");
                }
            }
            for (int d = 0; d < PAIRS_PER_REFERENCE; d++) {
                GreyFiles.writePng(folder.resolve("d" + d + ".png"), new byte[] {3, 1, 2, (byte) d}, 2, 2);
            }
            Files.write(manifest, lines);
            Path results = folder.resolve("plan" + references + "-results.csv");
            heap = sizes[1] + "g";
            long start = System.nanoTime();
            Process driver = startBatch(
                    "plan" + references, "local[2]", "--manifest", manifest, "--metrics", "psnr", "--output", results);
            awaitRows(results, 1, driver);
            tell(
                    lines.size() - 1 + " rows, first row with a heap of " + sizes[1] + " GB after s",
                    (System.nanoTime() - start) / NANOS);
            driver.destroyForcibly().waitFor();
        }
    }
}
