/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.DownloadException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.download.LoopbackDownloader;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.OfficialModel;
import sc.fiji.ahiq.network.model.OfficialModel.OfficialFile;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;
import sc.fiji.ahiq.network.tensor.Tensor;

class ModelFetchTest {

    private static final UntrainedModel MODEL = new UntrainedModel("source", PublishedLayout.compact(64, 8), 2);

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void update(long done, long total) {
            if (stopped) {
                throw new CancelledException();
            }
        }

        @Override
        public void note(String sentence) {
            told.add(sentence);
        }
    };
    private boolean stopped;
    private HttpServer server;
    private OfficialModel model;

    @BeforeEach
    void publish() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        PublishedLayout layout = new PublishedLayout(MODEL);
        model = new OfficialModel(
                "small",
                "A small one.",
                "none",
                "nothing",
                "CC0-1.0",
                "none",
                "ahiq models fetch small",
                "",
                List.of(serve("ahiq", layout.ahiq()), serve("cnn", layout.cnn()), serve("vit", layout.vit())));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OfficialFile serve(String part, Map<String, Tensor> tensors) throws IOException {
        Path file = folder.resolve(part + ".safetensors");
        Safetensors.write(file, tensors, Map.of());
        byte[] content = Files.readAllBytes(file);
        String sha256 = Sha256.of(file);
        Files.delete(file);
        server.createContext("/" + part, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/" + part);
        return new OfficialFile(
                part, part + ".safetensors", Optional.of(uri), OptionalLong.of(content.length), sha256, "CC0-1.0");
    }

    private Path models() {
        return folder.resolve("models");
    }

    private void fetch(Predicate<String> question) {
        new ModelFetch(
                        ModelStore.of(models()),
                        progress,
                        LoopbackDownloader.create(),
                        name -> name.equals("small") ? Optional.of(model) : Optional.empty())
                .fetch("small", question);
    }

    private void fetch() {
        fetch(ModelFetch.agreeing(progress));
    }

    @Test
    void aModelIsDownloadedAndImported() {
        fetch();

        try (ModelFolder read = ModelFolder.open(models().resolve("small"))) {
            assertThat(read.tensor("vit.cls_token").data())
                    .isEqualTo(MODEL.tensor("vit.cls_token").data());
        }
        assertThat(models().resolve(".downloads/small")).doesNotExist();
        assertThat(told)
                .contains(
                        "A small one.",
                        "Licence: CC0-1.0.",
                        "ahiq.safetensors: complete",
                        "Made " + models().resolve("small"));

        assertThatThrownBy(this::fetch)
                .isInstanceOf(UsageException.class)
                .hasMessage("The model small is already here: " + models().resolve("small")
                        + ". To get it again, remove it first.");
    }

    @Test
    void withoutConsentNothingIsDownloaded() {
        List<String> asked = new ArrayList<>();

        assertThatThrownBy(() -> fetch(question -> !asked.add(question))).isInstanceOf(CancelledException.class);

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0))
                .contains("A small one.\nLicence: CC0-1.0.\n", "/ahiq (", "SHA-256 ")
                .endsWith("\nDownload these files?");
        assertThat(models()).doesNotExist();
    }

    @Test
    void aDownloadThatFailsLeavesNoModelButWhatHasArrived() {
        server.removeContext("/vit");

        assertThatThrownBy(this::fetch)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("/vit: the server answered 404 (not there).");
        assertThat(models().resolve("small")).doesNotExist();
        assertThat(models().resolve(".downloads/small").toFile().list())
                .containsExactlyInAnyOrder("ahiq.safetensors", "cnn.safetensors");
    }

    @Test
    void aDownloadCanBeCancelled() {
        stopped = true;

        assertThatThrownBy(this::fetch).isInstanceOf(CancelledException.class);
        assertThat(models().resolve("small")).doesNotExist();
    }

    @Test
    void theMenuOffersWhatCanBeFetchedAndAsksBefore() {
        Operation<FetchModel> operation = Operation.of(FetchModel.class);
        assertThat(operation.input("model").choices()).contains("ahiq-vit-b8-pipal", "lpips_alex");

        List<String> asked = new ArrayList<>();
        CommandModule module =
                operation.bind(Map.of("model", List.of("lpips_alex"), "models", List.of(models().toString())));
        operation.command(module).setQuestion(question -> !asked.add(question));

        assertThatThrownBy(module::run).isInstanceOf(CancelledException.class);
        assertThat(asked.get(0)).contains("Licence: ").endsWith("Download these files?");
    }
}
