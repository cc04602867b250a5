/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Tensors in memory, said to come from a file. */
final class FakeCheckpoint implements Checkpoint {

    private final Path source;
    private final Map<String, Tensor> tensors;

    FakeCheckpoint(Path source, Map<String, Tensor> tensors) {
        this.source = source;
        this.tensors = new LinkedHashMap<>(tensors);
    }

    @Override
    public Path source() {
        return source;
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public TensorInfo info(String name) {
        return new TensorInfo(tensors.get(name).dtype(), tensors.get(name).shape());
    }

    @Override
    public Tensor tensor(String name) {
        return tensors.get(name);
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public void close() {
        tensors.clear();
    }
}
