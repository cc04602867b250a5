/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.Metrics;

class MetricsCommandTest extends CommandLineFixture {

    private static final int WITHOUT_MODELS = 1 + Metrics.ofClassPath().all().size();

    /** Two models of metrics come with the program. */
    private static final int ALL = WITHOUT_MODELS + 2;

    @Test
    void theTableTellsOfEachMetricWhatThereIsToKnow() {
        Run run = run("metrics");

        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(1 + ALL);
        assertThat(lines.get(0))
                .isEqualTo("name              metric                 better  range      sees    size  map  source");
        assertThat(lines.get(1))
                .startsWith("ahiq              AHIQ                   higher  -inf..inf  colour     1  yes  S. Lao, ");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .isEqualTo("mdsi              MDSI                   lower   0..1.2     colour     3  yes"
                        + "  H. Z. Nafchi, A. Shahkolaei, R. Hedjam, M. Cheriet: Mean deviation similarity index:"
                        + " efficient and reliable full-reference image quality evaluator. IEEE Access 4, 2016"));
    }

    @Test
    void csvAndJsonHoldTheSame() throws IOException {
        List<CSVRecord> csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new java.io.StringReader(
                        run("metrics", "--format", "csv").out()))
                .getRecords();
        JsonArray json =
                JsonParser.parseString(run("metrics", "--format", "json").out()).getAsJsonArray();

        assertThat(csv).hasSize(ALL);
        assertThat(json).hasSize(ALL);
        for (int i = 0; i < ALL; i++) {
            JsonObject metric = json.get(i).getAsJsonObject();
            assertThat(metric.keySet())
                    .containsExactly(
                            "name", "metric", "better", "lowest", "highest", "sees", "minimum_size", "map", "source");
            for (String column : metric.keySet()) {
                assertThat(csv.get(i).get(column)).isEqualTo(metric.get(column).getAsString());
            }
        }
    }

    @Test
    void itWorksWhereNoModelComesWithTheProgram() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        copyWithoutModels(
                Path.of(Metrics.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                classes);

        ChildJava.Result run = ChildJava.asStarted(folder).withClasses(classes).ahiq("metrics");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1 + WITHOUT_MODELS).anySatisfy(line -> assertThat(line)
                .startsWith("ahiq              AHIQ                   higher  -inf..inf  colour   224  yes"));
    }

    private static void copyWithoutModels(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().getParent().endsWith("official"))
                    .toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(source.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
