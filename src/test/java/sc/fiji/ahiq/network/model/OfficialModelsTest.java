/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.OfficialModel.OfficialFile;

class OfficialModelsTest {

    private static final Path FOLDER = Path.of("models");
    private static final String HEADS_SHA256 = "da3ea303b365ef71f4bbe41eba56f0ab3371c697d9c959649904dc9dd0a08b85";

    @Test
    void everyCardOfTheFolderIsKnownAndPacked() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(OfficialModels.NAMES.stream()
                            .map(name -> name + ".yaml")
                            .toList());
        }
        for (OfficialModel model : OfficialModels.all()) {
            assertThat(OfficialModels.cardText(model))
                    .isEqualTo(Files.readString(FOLDER.resolve(model.name() + ".yaml")));
        }
    }

    @Test
    void everyCardHasOneFileOfEachPartAndACommand() {
        assertThat(OfficialModels.all()).allSatisfy(model -> {
            if (model.metric().isEmpty()) {
                assertThat(model.files()).extracting(OfficialFile::part).containsExactly("ahiq", "cnn", "vit");
                assertThat(model.citation()).isEqualTo(ModelCard.CITATION);
            } else {
                assertThat(MetricKind.of(model.metric())).isPresent();
                assertThat(model.files()).extracting(OfficialFile::part).isSubsetOf("backbone", "heads", "weights");
                assertThat(model.isFetchable()).isTrue();
            }
            assertThat(model.command()).startsWith("ahiq ").contains(model.name());
            assertThat(OfficialModels.named(model.name())).contains(model);
        });
    }

    @Test
    void metricsAreFoundByTheNamesThatImportsGiveThem() {
        assertThat(OfficialModels.named("lpips-alex")).isEqualTo(OfficialModels.named("lpips_alex"));
        assertThat(OfficialModels.named("lpips_alex")).isPresent();
    }

    @Test
    void hashesAgreeWithNamesAndFilesWithAddresses() {
        for (OfficialModel model : OfficialModels.all()) {
            for (OfficialFile file : model.files()) {
                Matcher hash = Pattern.compile(".*-([0-9a-f]{8})\\.pth").matcher(file.file());
                if (hash.matches()) {
                    assertThat(file.sha256()).startsWith(hash.group(1));
                }
                file.url().ifPresent(url -> assertThat(url.getPath()).endsWith("/" + file.file()));
            }
        }
    }

    @Test
    void theModelOfPipalCanBeFetched() {
        OfficialModel model = OfficialModels.named("ahiq-vit-b8-pipal").orElseThrow();

        assertThat(model.isFetchable()).isTrue();
        assertThat(model.file("ahiq").bytes()).isEqualTo(OptionalLong.of(326_044_337));
        assertThat(OfficialModels.withHeads(HEADS_SHA256)).contains(model);
    }

    @Test
    void headsForLargePatchesAreOfferedNowhere() {
        OfficialModel model = OfficialModels.named("ahiq-vit-b16").orElseThrow();

        assertThat(model.isFetchable()).isFalse();
        assertThat(model.command()).startsWith("ahiq import --name ahiq-vit-b16 ");
        assertThat(OfficialModels.withHeads("0".repeat(64))).isEmpty();
    }

    @Test
    void addressesAreOfHttps() {
        String card = OfficialModels.cardText(OfficialModels.all().get(0)).replace("url: https:", "url: http:");

        assertThatThrownBy(() -> OfficialModel.fromYaml(YamlMap.parse("card", card, ModelException::new)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("card, files 1: url: expected https://");
    }

    @Test
    void namesOfFilesAreNoPaths() {
        String card = OfficialModels.cardText(OfficialModels.all().get(0)).replace("file: AHIQ", "file: ../AHIQ");

        assertThatThrownBy(() -> OfficialModel.fromYaml(YamlMap.parse("card", card, ModelException::new)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("card, files 1: file: expected ");
    }
}
