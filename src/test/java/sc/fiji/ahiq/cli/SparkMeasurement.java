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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.file.GreyFiles;

/**
 * Figures of batches on Spark, for a machine that does nothing else. No test of the build, for it takes long:
 *
 * <pre>
 * mvn test -Dtest='SparkMeasurement#cluster'    # 3,000 pairs on a master and three workers, beside ahiq batch
 * mvn test -Dtest='SparkMeasurement#kills'      # 20 runs in each of which an executor or a worker is killed
 * mvn test -Dtest='SparkMeasurement#scaling'    # pairs per second on one core, on two, and of two executors, in turn
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
    private static final int ROUNDS = Integer.getInteger("ahiq.rounds", 3);
    private static final String ONE_CORE = "0";
    private static final String TWO_CORES = "0,1";
    private static final int SELDOM_MILLIS = 200;
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

    private Object[] byThree(Path manifest, String results) {
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
            batch(name, ExitCode.OK, byThree(manifest, name + ".csv"));
        } else {
            end(startBatch(name, master, byThree(manifest, name + ".csv")), name, ExitCode.OK);
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
        batch("alone", ExitCode.OK, byThree(manifest, "alone.csv"));
        String master = startMaster();
        List<Process> workers = startCluster(master, WORKERS);
        for (int run = 1; run <= KILLS; run++) {
            String name = "run" + run;
            Process driver = startBatch(name, master, byThree(manifest, name + ".csv"));
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

    /** @param master empty for a batch without Spark */
    private record Setting(String label, String master, String cores, String compared) {}

    /** All on the same cores in turn, so that what else a machine does slows all of them down. */
    @Test
    void scaling() throws Exception {
        Path manifest = images(REFERENCES, PAIRS_PER_REFERENCE);
        starter = List.of("taskset", "-c", TWO_CORES);
        String master = startMaster();
        startCluster(master, 2);
        List<Setting> settings = List.of(
                new Setting("ahiq batch on one core", "", ONE_CORE, "ahiq batch on one core"),
                new Setting("local[1]", "local[1]", ONE_CORE, "ahiq batch on one core"),
                new Setting("ahiq batch on two cores", "", TWO_CORES, "ahiq batch on two cores"),
                new Setting("local[2]", "local[2]", TWO_CORES, "ahiq batch on two cores"),
                new Setting("two executors of one core", master, TWO_CORES, "ahiq batch on two cores"));
        Map<String, List<Double>> rates = new HashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (Setting setting : settings) {
                double rate = pairsPerSecond(setting, manifest);
                rates.computeIfAbsent(setting.label(), label -> new ArrayList<>())
                        .add(rate);
                tell("round " + round + ", " + setting.label(), String.format("%.1f pairs/s", rate));
            }
        }
        for (Setting setting : settings) {
            double rate = median(rates.get(setting.label()));
            tell(
                    "median of " + setting.label(),
                    String.format(
                            "%.1f pairs/s, %.2f of %s",
                            rate, rate / median(rates.get(setting.compared())), setting.compared()));
        }
    }

    /** From the first rows on: starting is left out. */
    private double pairsPerSecond(Setting setting, Path manifest) throws Exception {
        String name = "run" + System.nanoTime();
        Path results = folder.resolve(name + ".csv");
        Object[] options = byThree(manifest, name + ".csv");
        starter = List.of("taskset", "-c", setting.cores());
        Process process =
                setting.master().isEmpty() ? startAlone(name, options) : startBatch(name, setting.master(), options);
        long first = awaitSeldom(results, 1, process);
        long start = System.nanoTime();
        long last = awaitSeldom(results, REFERENCES * PAIRS_PER_REFERENCE, process);
        double seconds = (System.nanoTime() - start) / NANOS;
        end(process, name, ExitCode.OK);
        return (last - first) / seconds;
    }

    /** As {@link #awaitRows}, but so that it takes no time of the cores. */
    private static long awaitSeldom(Path results, long rows, Process process) throws Exception {
        long found = rows(results);
        while (found < rows) {
            assertThat(process.isAlive())
                    .as("still running with %s rows", found)
                    .isTrue();
            Thread.sleep(SELDOM_MILLIS);
            found = rows(results);
        }
        return found;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
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
