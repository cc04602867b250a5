/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;

class ModelsCommandsTest {

    private static final UntrainedModel MODEL = new UntrainedModel("source", PublishedLayout.compact(64, 8), 2);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--models", models().toString()));
        return Main.run(
                all.toArray(String[]::new), new Cancellation(), new PrintWriter(out), new PrintWriter(err, true));
    }

    private Path models() {
        return folder.resolve("models");
    }

    private Path file(String name) {
        return folder.resolve(name + ".safetensors");
    }

    private int importModel(String... more) {
        PublishedLayout layout = new PublishedLayout(MODEL);
        Safetensors.write(file("ahiq"), layout.ahiq(), Map.of());
        Safetensors.write(file("cnn"), layout.cnn(), Map.of());
        Safetensors.write(file("vit"), layout.vit(), Map.of());
        List<String> args = new ArrayList<>(List.of("import", "--name", "mine"));
        for (String part : List.of("ahiq", "cnn", "vit")) {
            args.addAll(List.of("--" + part, file(part).toString()));
        }
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void anImportedModelIsListedShownVerifiedAndRemoved() throws IOException {
        assertThat(importModel()).isEqualTo(ExitCode.OK);
        Path model = models().resolve("mine");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("Made " + model + ": AHIQ with a Vision Transformer of patch size 8");

        assertThat(run("models", "list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .matches("(?s)mine +\\Q" + model + "\\E: AHIQ with .*")
                .contains("ahiq-vit-b8-pipal", "To get it: ahiq models fetch ahiq-vit-b8-pipal");

        assertThat(run("models", "show", "mine")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo(Files.readString(model.resolve("model.yaml")));

        assertThat(run("models", "verify")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .matches("mine: good, weights [0-9a-f]{64}\\R"
                        + "(?:(?:ahiq-s|ahiq-s-4|niqe_photos|st_lpips): good, weights [0-9a-f]{64}\\R){4}");

        assertThat(run("models", "remove", "mine")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .isEqualTo("ahiq: Nothing was removed: to delete " + model + ", confirm it by yes=true (--yes)."
                        + System.lineSeparator());
        assertThat(model).exists();

        assertThat(run("models", "remove", "mine", "--yes")).isEqualTo(ExitCode.OK);
        assertThat(models()).isEmptyDirectory();
    }

    @Test
    void theOptionsOfImportAreThoseOfTheCommand() {
        Main.run(
                new String[] {"import", "--help"},
                new Cancellation(),
                new PrintWriter(out),
                new PrintWriter(err, true));

        assertThat(out.toString())
                .contains("--ahiq=FILE", "--cnn=FILE", "--vit=FILE", "--name=TEXT", "[-o=DIR]", "[--no-hash-check]")
                .containsPattern("of the pixel values \\(published, imagenet; default:\\s+published\\)");
    }

    @Test
    void importNeedsAllItsFiles() {
        assertThat(run("import", "--name", "mine")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("expected the keys ahiq, cnn and vit (--ahiq, --cnn, --vit)");
    }

    @Test
    void aRefusedImportHasTheExitCodeOfItsKind() {
        assertThat(importModel("--normalization", "imagenet")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("ahiq: The normalisation 'imagenet'");
        assertThat(run("import", "--name", "a", "--ahiq", "nowhere", "--cnn", "x", "--vit", "y"))
                .isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString()).startsWith("ahiq: Cannot read weights from nowhere: expected a file");
        assertThat(models()).doesNotExist();
    }

    @Test
    void verifyFindsDamagedModelsAndGoesOn() throws IOException {
        importModel();
        Path damaged = models().resolve("damaged");
        ModelFolder.write(damaged, MODEL);
        byte[] weights = Files.readAllBytes(damaged.resolve("weights.safetensors"));
        weights[weights.length - 1] ^= 1;
        Files.write(damaged.resolve("weights.safetensors"), weights);

        assertThat(run("models", "verify")).isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(out.toString()).startsWith("mine: good");
        assertThat(err.toString())
                .startsWith("ahiq: 1 of 6 models cannot be used." + System.lineSeparator() + "damaged: ")
                .contains("is not the file that the model card describes");

        assertThat(run("models", "verify", "mine")).isEqualTo(ExitCode.OK);
        assertThat(run("models", "verify", "nothing")).isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString()).contains("No model 'nothing'");
    }

    @Test
    void unreadableCardsAndUnfinishedImportsAreListed() throws IOException {
        Files.writeString(Files.createDirectories(models().resolve("odd")).resolve("model.yaml"), "a: 1");
        Path unfinished = Files.createDirectories(models().resolve(".ahiq-1.tmp"));

        assertThat(run("models", "list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("odd").contains("cannot be read: ");
        assertThat(err.toString()).startsWith(unfinished + " is being written, or is left of an import");
    }

    @Test
    void theCardOfAPublishedModelIsShown() {
        assertThat(run("models", "show", "ahiq-vit-b16")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("name: ahiq-vit-b16", "no address is known");
    }

    @Test
    void anEnsembleIsMadeOfModelsAndScoresAsTheirWeightedMean() throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            ModelFolder.write(
                    models().resolve("abc".substring(seed - 1, seed)),
                    new UntrainedModel("member", PublishedLayout.compact(64, 8), seed));
        }

        assertThat(run("models", "ensemble", "--name", "ahiq-c", "--members", "a, b,c", "--weights", "2,1,1"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(err.toString())
                .isEqualTo("Made " + models().resolve("ahiq-c") + ": the weighted mean of a, b, c"
                        + System.lineSeparator());
        assertThat(run("models", "show", "ahiq-c")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("name: ahiq-c", "model: a", "weight: 2.0", "weight: 1.0");
        assertThat(run("models", "verify", "ahiq-c")).isEqualTo(ExitCode.OK);
        assertThat(run("models", "ensemble", "--name", "ahiq-c", "--members", "a,b"))
                .isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString()).contains("is not empty");

        assertThat(run("models", "remove", "b", "--yes")).isEqualTo(ExitCode.OK);
        assertThat(run("models", "verify", "ahiq-c")).isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString())
                .contains("The ensemble ahiq-c cannot be used, because of its member b. No model 'b'");
    }

    @Test
    void whatMakesNoEnsembleIsWrongUsage() {
        assertThat(run("models", "ensemble", "--name", "ahiq-c")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("ahiq: Expected the keys name and members (--name, --members)");
        assertThat(run("models", "ensemble", "--name", "e", "--members", "a,b", "--weights", "1,x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("ahiq: weights=x: expected numbers separated by commas.");
        assertThat(run("models", "ensemble", "--name", "e", "--members", "a,b")).isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString()).startsWith("ahiq: No model 'a'");
        assertThat(models()).doesNotExist();
    }

    @Test
    void nothingIsFetchedWithoutConsent() {
        assertThat(run("models", "fetch", "ahiq-vit-b8-pipal")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains(
                        "https://github.com/chaofengc/IQA-PyTorch/releases/",
                        "(326 MB, CC-BY-NC-SA-4.0, SHA-256 da3ea303")
                .endsWith(
                        "ahiq: Nothing was done: there is no terminal to ask at. Add --yes to go on without being asked."
                                + System.lineSeparator());
        assertThat(models()).doesNotExist();
    }

    @Test
    void whatIsOfferedNowhereIsNotFetched() {
        assertThat(run("models", "fetch", "ahiq-vit-b16", "--yes")).isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString())
                .startsWith("ahiq: The model ahiq-vit-b16 cannot be downloaded: no address of HEADS.pth is known."
                        + " When you have the files: ahiq import ");
        assertThat(run("models", "fetch", "other", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("ahiq: No published model 'other' is known.");
    }

    @Test
    void theOptionModelTakesANameOfTheStore() {
        importModel();
        Path archive = folder.resolve("mine.pt");

        assertThat(run("export", "--model", "mine", "--output", archive.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(archive).isNotEmptyFile();
        assertThat(run("export", "--model", "other", "--output", archive + "2")).isEqualTo(ExitCode.MODEL_OR_ENGINE);
        assertThat(err.toString())
                .startsWith("ahiq: No model 'other': ")
                .contains("There are mine, ahiq-s, ahiq-s-4, niqe_photos, st_lpips.");
    }
}
