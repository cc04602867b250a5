/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.ij1.CompactModel;

class ModelsTest {

    @TempDir
    private Path models;

    private Path mine;

    @BeforeEach
    void makeModel() {
        mine = CompactModel.write(models.resolve("mine"));
    }

    private Module module(String action, String model) throws ModuleException {
        Module module = new CommandInfo(Models.class).createModule();
        module.setInput("action", action);
        module.setInput("model", model.isEmpty() ? new String[0] : new String[] {model});
        module.setInput("models", models.toFile());
        return module;
    }

    private String report(String action, String model) throws ModuleException {
        Module module = module(action, model);
        module.run();
        return (String) module.getOutput("report");
    }

    @Test
    void listTellsWhatIsHereAndWhatCanBeHad() throws Exception {
        Files.createDirectory(models.resolve(".ahiq-1.tmp"));

        Module module = module("list", "");
        module.run();

        assertThat((String) module.getOutput("notes"))
                .endsWith("is left of an import that was killed; in that case delete it.");
        assertThat(((String) module.getOutput("report")).lines())
                .hasSize(15)
                .anySatisfy(line -> assertThat(line).matches("mine +\\Q" + mine + "\\E: UNTRAINED .*"))
                .anySatisfy(line -> assertThat(line).matches("ahiq-s .*: AHIQ-S 5, a compact network .*"))
                .anySatisfy(line -> assertThat(line).matches("st_lpips .*: ST-LPIPS .*"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("ahiq-vit-b8-pipal").contains("To get it: ahiq"))
                .anySatisfy(line -> assertThat(line).startsWith("ahiq-vit-b16").contains("To get it: ahiq"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("lpips_alex").contains("To get it: ahiq models fetch lpips_alex"));
    }

    @Test
    void showGivesTheCard() throws Exception {
        assertThat(report("show", "mine"))
                .isEqualTo(Files.readString(mine.resolve("model.yaml")).strip());
        assertThat(report("show", "ahiq-vit-b16")).contains("name: ahiq-vit-b16");
    }

    @Test
    void verifyChecksOneOrAll() throws Exception {
        assertThat(report("verify", "mine")).matches("mine: good, weights [0-9a-f]{64}");
        assertThat(report("verify", "")).startsWith("mine: good");

        Path damaged = CompactModel.write(models.resolve("damaged"));
        Files.writeString(damaged.resolve("weights.safetensors"), "");

        assertThat(report("verify", "mine")).startsWith("mine: good");
        assertThatThrownBy(() -> report("verify", ""))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("1 of 6 models cannot be used.\ndamaged: Cannot read weights from ");
    }

    @Test
    void theModelOfTheProgramIsThereToVerifyInAnEmptyFolder() throws Exception {
        Module module = module("verify", "");
        module.setInput("models", models.resolve("empty").toFile());

        module.run();

        assertThat((String) module.getOutput("report"))
                .matches("(?s)ahiq-s: good, weights [0-9a-f]{64}\\R.*st_lpips: good, weights [0-9a-f]{64}");
    }

    @Test
    void removeNeedsAConfirmation() throws Exception {
        Module module = module("remove", "mine");
        assertThatThrownBy(module::run)
                .isInstanceOf(UsageException.class)
                .hasMessage("Nothing was removed: to delete " + mine + ", confirm it by yes=true.");
        assertThat(mine.resolve("model.yaml")).exists();

        module.setInput("yes", true);
        module.run();

        assertThat(module.getOutput("notes")).isEqualTo("Removed " + mine);
        assertThat(mine).doesNotExist();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> report("delete", "mine"))
                .isInstanceOf(UsageException.class)
                .hasMessage("action=delete: expected list, show, verify, remove, fetch or ensemble.");
        assertThatThrownBy(() -> report("show", ""))
                .isInstanceOf(UsageException.class)
                .hasMessage("No model was given: show expects the name of one.");
        assertThatThrownBy(() -> report("show", "other"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("There are mine, ahiq-s, ahiq-s-4, niqe_photos, st_lpips.");
    }
}
