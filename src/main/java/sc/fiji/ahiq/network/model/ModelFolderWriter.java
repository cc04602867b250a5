/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Fills a folder beside the target and renames it when both files are complete. */
final class ModelFolderWriter {

    private final Path folder;
    private final AhiqModel model;

    ModelFolderWriter(Path folder, AhiqModel model) {
        this.folder = folder;
        this.model = model;
    }

    void write() {
        try {
            Path target = Files.isDirectory(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            requireFree(target);
            requireReadableCard();
            Folder.make(target.getParent());
            Path temporary = target.resolveSibling(ModelStore.UNFINISHED_PREFIX + UUID.randomUUID() + ".tmp");
            try {
                fill(temporary);
                Files.deleteIfExists(target);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException | Error e) {
                delete(temporary, e);
                throw e;
            }
        } catch (IOException e) {
            throw new ResultsException("Cannot write the model folder " + folder + ": " + IoReason.of(e), e);
        }
    }

    private void requireFree(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            return;
        }
        try (var children = Files.list(target)) {
            if (children.findAny().isPresent()) {
                throw new ModelException(
                        "The folder " + folder + " is not empty. Choose another one, or remove it first.");
            }
        }
    }

    /** Sizes and texts can be anything in memory, but a card is read strictly. */
    private void requireReadableCard() {
        ModelCard.fromYaml(YamlMap.parse(
                "The card of " + model.card().name(), YamlMap.print(model.card().toYaml()), ModelException::new));
    }

    private void fill(Path temporary) throws IOException {
        Files.createDirectory(temporary);
        Map<String, Object> yaml = model.card().toYaml();
        if (!(model.card().design() instanceof Ensemble)) {
            Path weights = temporary.resolve(ModelFolder.WEIGHTS_FILE);
            Safetensors.write(weights, tensors(), Map.of("format", "pt"));
            yaml.put(ModelFolder.WEIGHTS_HASH, Sha256.of(weights));
        }
        OutputFile.writeText(temporary.resolve(ModelFolder.CARD_FILE), "card", YamlMap.print(yaml));
    }

    /** Makes each tensor when it is asked for, so that the model need not fit into memory. */
    private Map<String, Tensor> tensors() {
        Set<String> names = model.card().design().tensorShapes().keySet();
        return new AbstractMap<>() {
            @Override
            public Tensor get(Object name) {
                return names.contains(name) ? model.tensor((String) name) : null;
            }

            @Override
            public Set<Entry<String, Tensor>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Entry<String, Tensor>> iterator() {
                        return names.stream()
                                .map(name -> Map.entry(name, model.tensor(name)))
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return names.size();
                    }
                };
            }
        };
    }

    private static void delete(Path temporary, Throwable reason) {
        try {
            Files.deleteIfExists(temporary.resolve(ModelFolder.CARD_FILE));
            Files.deleteIfExists(temporary.resolve(ModelFolder.WEIGHTS_FILE));
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
