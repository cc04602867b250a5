/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.scoring.results.parquet.ParquetTable;

/** {@code ahiq batch --spark} on stores of Hadoop. */
class SparkStoreTest extends SparkFixture {

    private static final int SIGTERM = 143;

    private String stored(String name) {
        return "test://store" + folder.resolve(name);
    }

    /** Rows without an error that a run has saved in the store. */
    private long savedRows(Path saved) throws IOException {
        long rows = -1; // the header
        for (String part : Files.exists(saved) ? names(saved) : List.<String>of()) {
            if (part.matches("\\d+")) {
                rows += Files.readAllLines(saved.resolve(part)).stream()
                        .filter(row -> !row.matches(".*(does not exist|is none of these).*"))
                        .count();
            }
        }
        return rows;
    }

    /** Two drivers are lost, the first by a signal that it can heed, the second by one that it cannot. */
    @Test
    void manifestImagesMapsAndResultsMayLieInAStore() throws Exception {
        Path manifest = manifest(12, 5);
        Files.writeString(folder.resolve("d1_2.png"), "no image");
        Files.delete(folder.resolve("d3_4.png"));
        image("r12.png", 1);
        Files.writeString(manifest, "test://" + folder.resolve("r12.png") + ",d1_0.png\n", StandardOpenOption.APPEND);
        Path local = Files.writeString(
                folder.resolve("local.csv"), Files.readString(manifest).replace("test://", ""));
        Path alone = folder.resolve("alone.csv");
        batch("alone", ExitCode.PAIRS_FAILED, options(local, alone, "--maps", folder.resolve("alone maps")));
        properties =
                List.of("-Dspark.hadoop.fs.test.impl=" + StoreOfTests.class.getName(), "-Dspark.ahiq.saveSeconds=0");
        Object[] options = options(stored("pairs.csv"), stored("spark.csv"), "--maps", stored("maps"));
        Path results = folder.resolve("spark.csv");
        Path saved = folder.resolve("spark.csv.rows");

        Process cancelled = startBatch("cancelled", "local[2]", options);
        awaitSavedRows(saved, 5, cancelled);
        cancelled.destroy();
        end(cancelled, "cancelled", SIGTERM);
        long first = savedRows(saved);
        String refused = end(startBatch("again", "local[2]", options), "again", ExitCode.USAGE);
        Process killed = startBatch("killed", "local[2]", with(options, "--resume"));
        awaitSavedRows(saved, first + 5, killed);
        killed.destroyForcibly().waitFor();
        long rows = savedRows(saved);
        assertThat(results).doesNotExist();
        Process last = startBatch("last", "local[2]", with(options, "--resume"));
        String printed = end(last, "last", ExitCode.PAIRS_FAILED);

        assertThat(refused).contains("There are results in " + stored("spark.csv") + " already");
        assertThat(printed)
                .contains("61 pairs: " + (59 - rows) + " scored, " + rows + " scored before, 2 failed.")
                .contains(stored("d1_2.png"));
        assertThat(local(results, "test://store" + folder, "test://" + folder)).isEqualTo(local(alone));
        assertThat(Files.readString(results))
                .contains("test://" + folder.resolve("r12.png") + "," + stored("d1_0.png"))
                .contains("but " + stored("d3_4.png") + " does not exist");
        assertThat(saved).doesNotExist();
        assertSameFiles(folder.resolve("maps"), folder.resolve("alone maps"));
    }

    private void awaitSavedRows(Path saved, long rows, Process process) throws IOException {
        while (savedRows(saved) < rows) {
            assertThat(process.isAlive()).as("still running").isTrue();
            Thread.onSpinWait();
        }
    }

    /** Starts a name node and a data node, and returns their address. */
    private String startHdfs() throws Exception {
        Path details = folder.resolve("hdfs.json");
        Process hdfs = startHadoop(
                "hdfs",
                "org.apache.hadoop.test.MiniDFSClusterManager",
                "-format",
                "-datanodes",
                1,
                "-D",
                "hdfs.minidfs.basedir=" + folder.resolve("hdfs"),
                "-writeDetails",
                details);
        String found = "";
        while (!found.endsWith("}")) {
            assertThat(hdfs.isAlive())
                    .as(Files.readString(folder.resolve("hdfs.txt")))
                    .isTrue();
            Thread.sleep(100);
            found = Files.exists(details) ? Files.readString(details).strip() : "";
        }
        JsonObject cluster = JsonParser.parseString(found).getAsJsonObject();
        return "hdfs://localhost:" + cluster.get("namenode_port").getAsInt();
    }

    private void shell(String name, Object... command) throws Exception {
        end(startHadoop(name, "org.apache.hadoop.fs.FsShell", command), name, ExitCode.OK);
    }

    @Test
    void hdfsIsAStore() throws Exception {
        Path manifest = manifest(3, 2);
        image("r0.png", 5, 90, 80);
        image("d0_0.png", 6, 90, 80);
        image("d0_1.png", 7, 90, 80);
        Files.delete(folder.resolve("d2_1.png"));
        Path alone = folder.resolve("alone.csv");
        batch("alone", ExitCode.PAIRS_FAILED, options(manifest, alone, "--maps", folder.resolve("alone maps")));
        Path table = folder.resolve("alone.parquet");
        run("batch", "--manifest", manifest, "--metrics", "psnr", "--output", table);
        String store = startHdfs();
        Files.writeString(folder.resolve("core-site.xml"), "<configuration/>");
        List<Object> files = new ArrayList<>(List.of("-put", manifest));
        names(folder).stream()
                .filter(name -> name.endsWith(".png"))
                .map(folder::resolve)
                .forEach(files::add);
        shell("put", with(files.toArray(), store + "/"));

        Object[] options = options(store + "/pairs.csv", store + "/spark.csv", "--maps", store + "/maps");
        Process spark = startBatch("spark", "local[2]", with(with(options, "--split-images"), 0.004));
        end(spark, "spark", ExitCode.PAIRS_FAILED);
        Process parquet = startBatch(
                "parquet",
                "local[2]",
                "--manifest",
                store + "/pairs.csv",
                "--metrics",
                "psnr",
                "--output",
                store + "/spark.parquet");
        end(parquet, "parquet", ExitCode.PAIRS_FAILED);

        Path got = Files.createDirectory(folder.resolve("got"));
        shell("get", "-get", store + "/spark.csv", store + "/spark.parquet", store + "/maps", got);
        assertThat(local(got.resolve("spark.csv"), store)).isEqualTo(local(alone));
        assertSameFiles(got.resolve("maps"), folder.resolve("alone maps"));
        assertThat(psnr(got.resolve("spark.parquet"))).isEqualTo(psnr(table)).contains((Object) null);
    }

    private static List<Object> psnr(Path file) throws IOException {
        ParquetTable table = ParquetTable.read(file);
        int column = table.columns().indexOf("psnr");
        return table.rows().stream().map(row -> row.get(column)).toList();
    }

    @Test
    void anAddressOfNoStoreIsTold() throws Exception {
        Process spark = startBatch("spark", "local[2]", "--manifest", "none://host/pairs.csv", "--output", "a.csv");

        assertThat(end(spark, "spark", ExitCode.USAGE))
                .contains("Cannot open none://host/pairs.csv: No FileSystem for scheme \"none\"")
                .contains("hadoop-aws");
    }
}
