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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Version;

/** All commands but {@code score}. */
class CommandsTest extends CommandLineFixture {

    @Test
    void everyCommandTellsTheVersion() {
        assertThat(List.of("score", "batch", "evaluate", "models"))
                .allSatisfy(
                        command -> assertThat(run(command, "--version").out()).matches("ahiq \\S+ \\(Java .*\\)\n"));
    }

    @Test
    void withoutACommandItNamesThem() {
        assertThat(run())
                .isEqualTo(new Run(
                        2,
                        "",
                        "ahiq: Expected a command, such as score, batch or evaluate.\n"
                                + "'ahiq --help' tells what it understands.\n"));
    }

    @Test
    void anUnknownCommandIsAnsweredWithSimilarOnes() {
        Run run = run("scor");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'scor'").contains("Did you mean: ahiq score");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "score", "benchmark", "export", "untrained", "version"})
    void helpIsAResult(String command) {
        Run run = command.isEmpty() ? run("--help") : run(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: ahiq " + command).contains("--help");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version"})
    void versionNamesTheProgramAndItsJava(String argument) {
        assertThat(run(argument).out())
                .isEqualTo("ahiq " + Version.get() + " (Java " + System.getProperty("java.version") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")\n");
    }

    @Test
    void exportWritesAnArchiveOnceUnlessForced() throws IOException {
        Path file = folder.resolve("compact model.pt");

        assertThat(run("export", "-m", model, "-o", file)).isEqualTo(new Run(0, "", ""));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName().replaceFirst(".*/", "")))
                    .contains("data.pkl", "version");
        }
        long size = Files.size(file);
        assertThat(run("export", "-m", model, "-o", file))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "ahiq: " + file
                                        + " exists, and it is not replaced. Name another one, or replace it by --force (force=true).\n"));
        assertThat(run("export", "-m", model, "-o", file, "--force", "--precision", "mixed"))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Files.size(file)).isLessThan(size);
    }

    @Test
    void exportToAPlaceThatDoesNotExistLeavesNothing() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));

        Run run = run("export", "-m", model, "-o", notAFolder.resolve("a.pt"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ahiq: Cannot write the archive " + notAFolder.resolve("a.pt") + ": ");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void exportNeedsItsOutputAndTakesTheModelOfTheProgram() {
        assertThat(run("export", "-m", model).err()).startsWith("ahiq: Missing required option: '--output=FILE'");
        assertThat(folder).isEmptyDirectory();
        assertThat(run("export", "-o", folder.resolve("a.pt")).exitCode()).isZero();
        assertThat(folder.resolve("a.pt")).isRegularFile();
    }

    @Test
    void untrainedDoesNotChangeAFolderThatHoldsFiles() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("untrained", "-o", folder))
                .isEqualTo(new Run(
                        4,
                        "",
                        "ahiq: The folder " + folder + " is not empty. Choose another one, or remove it first.\n"));
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    }

    @Test
    void unknownArchitecturesAreRefused() {
        String message = "ahiq: Unknown architecture 'vit-b32': expected one of vit-b8, vit-b16, concat, cnn, vit,"
                + " resnet101-b8, resnet152-b8, resnet152-layer2-b8, hrnet-b8, inception-resnet-v2-b8, spatial,"
                + " patch-spatial.\n";

        assertThat(run("untrained", "-o", folder, "--architecture", "vit-b32")).isEqualTo(new Run(2, "", message));
        assertThat(run("benchmark", "--architecture", "vit-b32")).isEqualTo(new Run(2, "", message));
    }

    @Test
    void benchmarkPrintsEveryStage() {
        Run run = run("benchmark", "-m", model, "--rounds", 1, "--batch", 2);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("PyTorch ")
                .contains("device cpu, batch 2\n", "4096 matrix product", "crop pair", "with encoded reference")
                .contains("ViT", "CNN", "offsets", "sampling", "deformable product", "fusion convolutions", "regressor")
                .containsPattern("Network / matrix product: \\d+\\.\\d{3} \\(counting")
                .containsPattern("Further distorted image / pair: \\d+\\.\\d{3}\n");
    }

    @Test
    void benchmarkAsJsonHoldsTheDerivedFigures() {
        JsonObject json = JsonParser.parseString(run("benchmark", "-m", model, "--rounds", 1, "--batch", 1, "--json")
                        .out())
                .getAsJsonObject();

        assertThat(json.get("pairs_per_second").getAsDouble())
                .isEqualTo(1 / json.get("pair_seconds").getAsDouble());
        assertThat(json.get("efficiency").getAsDouble())
                .isEqualTo(json.get("gigaflops").getAsDouble()
                        / json.get("matrix_gigaflops").getAsDouble());
        assertThat(json.getAsJsonArray("stages").get(0).getAsJsonObject().keySet())
                .containsExactly("name", "times_per_pair", "seconds", "gigaflops");
    }

    @Test
    void benchmarkStopsOnRequest() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        assertThat(run(cancellation, "benchmark", "-m", model)).isEqualTo(new Run(130, "", "ahiq: Cancelled.\n"));
    }

    @Test
    void benchmarkNeedsARound() {
        assertThat(run("benchmark", "--rounds", 0)).isEqualTo(new Run(2, "", "ahiq: rounds=0: expected 1 or more.\n"));
    }

    @Test
    void aFullHeapIsExplained() {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                throw new OutOfMemoryError("Java heap space");
            }
        };

        int exitCode = Main.run(new String[] {"version"}, new Cancellation(), out, new PrintWriter(err));

        assertThat(exitCode).isEqualTo(4);
        assertThat(err)
                .asString()
                .matches("ahiq: the Java heap of \\d+ MB is full\\. Give it more by the environment variable"
                        + " AHIQ_JAVA_OPTS, for example -Xmx4g\\.\\R");
    }
}
