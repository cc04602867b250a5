/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class ModelFolderRefusalTest {

    private static final AhiqModel MODEL = new UntrainedModel("compact", CompactArchitecture.patch8(), 1);

    @TempDir
    private static Path valid;

    @TempDir
    private Path folder;

    private Path card;
    private Path weights;

    @BeforeAll
    static void write() {
        ModelFolder.write(valid, MODEL);
    }

    @BeforeEach
    void copy() throws IOException {
        card = Files.copy(valid.resolve("model.yaml"), folder.resolve("model.yaml"));
        weights = Files.copy(valid.resolve("weights.safetensors"), folder.resolve("weights.safetensors"));
    }

    private void assertRefused(String... fragments) {
        assertThatThrownBy(() -> ModelFolder.open(folder).close())
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(fragments);
    }

    private void replace(String target, String replacement) throws IOException {
        String text = Files.readString(card);
        assertThat(text).contains(target);
        Files.writeString(card, text.replace(target, replacement));
    }

    @Test
    void aFolderWithoutACardIsNoModel() throws IOException {
        Files.delete(card);

        assertRefused(
                "No model in " + folder + ": expected a folder with model.yaml and weights.safetensors.", "README");
        assertThatThrownBy(() -> ModelFolder.open(folder.resolve("nowhere")))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("No model in " + folder.resolve("nowhere"));
    }

    @Test
    void aCardIsSmall() throws IOException {
        Files.writeString(card, "# " + "x".repeat(1 << 16), StandardCharsets.US_ASCII);

        assertRefused(card + " has 65538 bytes; a model card has at most 65536.");
    }

    @Test
    void aCardIsUtf8() throws IOException {
        Files.write(card, Files.readString(card).replace("CVPR", "ö").getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(card + " is not text in UTF-8. Save it in that encoding.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | expected entries 'key: value', found something else",
                "just text                 | expected entries 'key: value', found something else",
                "- a list                  | expected entries 'key: value', found something else",
                "name: [                   | is not valid YAML: while parsing",
                "{a: 1, a: 2}              | is not valid YAML: while constructing a mapping",
                "format: !!int x           | is not valid YAML: For input string",
                "format: !!map 1           | is not valid YAML: ",
                "format: !!java.io.File [] | is not valid YAML: Global tag is not allowed",
                "{a: &a {b: 1}, c: *a}     | is not valid YAML: Number of aliases for non-scalar nodes exceeds",
                "&a [*a]                   | is not valid YAML: Number of aliases for non-scalar nodes exceeds",
                "a: *b                     | is not valid YAML: found undefined alias b",
            })
    void aCardIsAYamlMapping(String text, String problem) throws IOException {
        Files.writeString(card, text);

        assertRefused(card.toString(), problem);
    }

    @Test
    void documentsBesideTheCardAreRefused() throws IOException {
        Files.writeString(card, "a: 1\n---\nb: 2\n");

        assertRefused(card + " is not valid YAML: expected a single document");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Files.writeString(card, "[".repeat(60_000));
        assertRefused(card + " is not valid YAML: Nesting Depth exceeded");

        Files.writeString(card, "{a: ".repeat(15_000));
        assertRefused(card + " is not valid YAML: Nesting Depth exceeded");
    }

    static Stream<List<String>> entries() {
        List<List<String>> entries = new ArrayList<>();
        collect(List.of(), MODEL.card().toYaml(), entries::add);
        entries.add(List.of("weights_sha256"));
        return entries.stream();
    }

    @SuppressWarnings("unchecked")
    private static void collect(List<String> path, Map<String, Object> yaml, Consumer<List<String>> target) {
        yaml.forEach((key, value) -> {
            List<String> extended = Stream.concat(path.stream(), Stream.of(key)).toList();
            target.accept(extended);
            if (value instanceof Map<?, ?> map) {
                collect(extended, (Map<String, Object>) map, target);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("entries")
    @SuppressWarnings("unchecked")
    void everyEntryIsNeeded(List<String> path) throws IOException {
        Map<String, Object> yaml = MODEL.card().toYaml();
        yaml.put("weights_sha256", "0".repeat(64));
        Map<String, Object> parent = yaml;
        for (String key : path.subList(0, path.size() - 1)) {
            parent = (Map<String, Object>) parent.get(key);
        }
        parent.remove(path.get(path.size() - 1));
        Files.writeString(card, YamlMap.print(yaml));

        assertRefused("the entry '" + path.get(path.size() - 1) + "' is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1       | format: 2           | format is 2, but this program reads format 1. Use a newer version",
                "format: 1       | format: 0           | format: expected a whole number from 1 to 2147483647, found 0",
                "format: 1       | format: 99999999999 | format: expected a whole number from 1 to 2147483647, found 99",
                "format: 1       | format: 1.0         | format: expected a whole number from 1 to 2147483647, found 1.0",
                "name: compact   | name: a/b           | name: expected [A-Za-z0-9]",
                "name: compact   | name: ''            | name: expected [A-Za-z0-9]",
                "version: '1'    | version: 1.10       | version: expected text, in quotes if it looks like something else",
                "version: '1'    | version: [1]        | version: expected text, in quotes if it looks like something else",
                "version: '1'    | version:            | found null",
                "crop: 32        | crop: 31            | architecture: crop: expected a whole number from 32 to 4096",
                "crop: 32        | crop: 4097          | architecture: crop: expected a whole number from 32 to 4096",
                "crop: 32        | crop: 36            | architecture: crop 36 is not a multiple of vit.patch 8 and of 8",
                "crop: 32        | crop: thirty        | crop: expected a whole number from 32 to 4096, found thirty",
                "patch: 8        | patch: 3            | vit: patch: expected a whole number from 4 to 64, found 3",
                "patch: 8        | patch: 4            | vit.patch 4 does not fit the CNN",
                "dim: 16         | dim: 16385          | vit: dim: expected a whole number from 1 to 16384",
                "dim: 16         | dim: -1             | vit: dim: expected a whole number from 1 to 16384, found -1",
                "depth: 2        | depth: 0            | vit: depth: expected a whole number from 1 to 64",
                "heads: 2        | heads: 3            | vit.dim 16 is not a multiple of vit.heads 3",
                "heads: 2        | heads: 0            | vit: heads: expected a whole number from 1 to 64",
                "stem: 8         | stem: 0             | cnn: stem: expected a whole number from 1 to 16384",
                "hidden: 16      | hidden: 0           | fusion: hidden: expected a whole number from 1 to 16384",
                "smooth2: 8      | smooth2: true       | regressor: smooth2: expected a whole number from 1",
                "deformable      | mean                | fusion: type: expected deformable",
                "pooling: patch  | pooling: mean       | regressor: pooling: expected patch",
                "mean: 0.5       | mean: .nan          | normalization: mean: expected a number from -1000000.0 to 1000000.0",
                "mean: 0.5       | mean: half          | normalization: mean: expected a number from -1000000.0 to 1000000.0",
                "std: 0.5        | std: 0              | normalization: std: expected a number from 1.0E-6 to 1000000.0",
                "std: 0.5        | std: .inf           | normalization: std: expected a number from 1.0E-6 to 1000000.0",
                "normalization:  | normalization: 1 #  | is not valid YAML",
                "weights_sha256: | weights_sha256: X   | weights_sha256: expected [0-9a-f]{64}, found X",
            })
    void entriesOutOfRangeAreNamed(String entry, String wrong, String problem) throws IOException {
        replace(entry, wrong);

        assertRefused(card.toString(), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1      | 'format: 1\nlicense: x'    | model.yaml: unknown entries [license]. Correct or remove them.",
                "crop: 32       | 'crop: 32\n  size: 1'      | model.yaml, architecture: unknown entries [size]",
                "patch: 8       | 'patch: 8\n    kernel: 8'  | model.yaml, architecture, vit: unknown entries [kernel]",
                "stem: 8        | 'stem: 8\n    depth: 50'   | model.yaml, architecture, cnn: unknown entries [depth]",
                "hidden: 16     | 'hidden: 16\n    1: 2'     | model.yaml, architecture, fusion: unknown entries [1]",
                "pooling: patch | 'pooling: patch\n    a: 1' | model.yaml, architecture, regressor: unknown entries [a]",
                "mean: 0.5      | 'mean: 0.5\n  max: 255'    | model.yaml, normalization: unknown entries [max]",
            })
    void unknownEntriesAreNamed(String entry, String extended, String problem) throws IOException {
        replace(entry, extended);

        assertRefused(problem);
    }

    @Test
    void textOutOfACardIsShortenedAndPrintableInMessages() throws IOException {
        replace("name: compact", "name: \"\\e[31m" + "x".repeat(10_000) + "\"");

        assertThatThrownBy(() -> ModelFolder.open(folder))
                .hasMessageContaining("found ?[31mxxx")
                .satisfies(e -> assertThat(e.getMessage()).endsWith("x...").hasSizeLessThan(600));
    }

    @Test
    void weightsThatAreNotThoseOfTheCardAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);

        assertRefused(
                weights + " is not the file that the model card describes: its SHA-256 is " + Sha256.of(weights),
                ", expected " + Sha256.of(valid.resolve("weights.safetensors")),
                "get the model again");
    }

    @Test
    void missingOrMalformedWeightsAreRefused() throws IOException {
        Files.write(weights, new byte[4]);
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(weights + ": at byte 0");

        Files.delete(weights);
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(weights + ": expected a file, found nothing");
    }

    @Test
    void aMissingTensorIsNamed() throws IOException {
        writeWeights(tensors -> tensors.remove("vit.cls_token"));

        assertRefused(weights + " does not fit the architecture in model.yaml: vit.cls_token is missing (expected shape"
                + " [1, 1, 16]). Get or import the model again.");
    }

    @Test
    void anUnexpectedTensorIsNamed() throws IOException {
        writeWeights(tensors -> tensors.put("vit.head\u001b", Tensor.of(new float[1])));

        assertRefused("model.yaml: vit.head? is not part of the architecture. Get");
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() throws IOException {
        writeWeights(tensors -> tensors.put("vit.pos_embed", Tensor.of(new float[80], 1, 5, 16)));

        assertRefused("model.yaml: vit.pos_embed is F32[1, 5, 16], expected floating point of shape [1, 17, 16]. Get");
    }

    @Test
    void aTensorOfIntegersIsNamed() throws IOException {
        writeWeights(tensors -> tensors.put(
                "cnn.bn1.weight", new Tensor(DType.I32, new long[] {8}, ByteBuffer.allocate(8 * Integer.BYTES))));

        assertRefused("model.yaml: cnn.bn1.weight is I32[8], expected floating point of shape [8]. Get");
    }

    @Test
    void ofManyProblemsTheFirstAreNamed() throws IOException {
        writeWeights(tensors -> tensors.keySet().removeIf(name -> name.startsWith("regressor.")));

        assertRefused("regressor.down_channel.weight is missing", "; and 4 more. Get or import the model again.");
    }

    /** Replaces the weights by changed ones, which the card knows. */
    private void writeWeights(Consumer<Map<String, Tensor>> change) throws IOException {
        String before = Sha256.of(weights);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        MODEL.card().architecture().tensorShapes().keySet().forEach(name -> tensors.put(name, MODEL.tensor(name)));
        change.accept(tensors);
        Safetensors.write(weights, tensors, Map.of());
        replace(before, Sha256.of(weights));
    }
}
