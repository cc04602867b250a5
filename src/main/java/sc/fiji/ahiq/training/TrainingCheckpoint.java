/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.tensor.Tensor;

/** The folder from which a training goes on. */
final class TrainingCheckpoint {

    private static final String MODEL = "model";
    private static final String ADAM = "adam.safetensors";
    private static final String STATE = "state.yaml";

    private final ReplacedFolder folder;

    TrainingCheckpoint(Path folder) {
        this.folder = new ReplacedFolder(folder);
    }

    boolean exists() {
        return Files.isRegularFile(folder.current().resolve(STATE));
    }

    void save(WeightSet weights, Map<String, Tensor> moments, TrainingState state) {
        folder.replace(path -> {
            ModelFolder.write(path.resolve(MODEL), weights);
            Safetensors.write(path.resolve(ADAM), moments, Map.of());
            OutputFile.writeText(path.resolve(STATE), "checkpoint", state.toYaml());
        });
    }

    /** @throws UsageException if it cannot be read, or is one of another task */
    TrainingState state(String task) {
        Path file = folder.current().resolve(STATE);
        TrainingState state;
        try {
            state = TrainingState.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UsageException("Cannot read the checkpoint " + file + ": " + IoReason.of(e), e);
        }
        if (!state.task().equals(task)) {
            throw new UsageException("Expected the configuration and the pairs that the checkpoint in "
                    + folder.current() + " was made with, but found others. Only device, threads, loader_threads,"
                    + " cache_mb and checkpoint_minutes may change. Undo the changes, or train into another folder.");
        }
        return state;
    }

    /** All weights, in memory. */
    WeightSet weights() {
        try (ModelFolder model = ModelFolder.open(folder.current().resolve(MODEL))) {
            return copy(model);
        }
    }

    /** The weights of a model in 32 bits, in memory, so that its files can be replaced. */
    static WeightSet copy(ModelFolder model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.card()
                .design()
                .tensorShapes()
                .forEach((name, shape) ->
                        tensors.put(name, Tensor.of(model.tensor(name).toFloats(), shape)));
        return new WeightSet(model.card(), tensors);
    }

    void restore(Adam adam, WeightAverage average) {
        try (Checkpoint moments = Safetensors.open(folder.current().resolve(ADAM))) {
            adam.restore(moments);
            average.restore(moments);
        }
    }

    void restore(Adam adam) {
        try (Checkpoint moments = Safetensors.open(folder.current().resolve(ADAM))) {
            adam.restore(moments);
        }
    }
}
