/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import sc.fiji.ahiq.network.tensor.Tensor;

/** What the reader of any format has found in a file that it leaves open. */
final class LazyCheckpoint implements Checkpoint {

    private final OpenFile file;
    private final Map<String, LazyTensor> tensors;
    private final Map<String, String> metadata;

    LazyCheckpoint(OpenFile file, Map<String, LazyTensor> tensors, Map<String, String> metadata) {
        this.file = file;
        this.tensors = Collections.unmodifiableMap(tensors);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    @Override
    public Path source() {
        return file.path();
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public TensorInfo info(String name) {
        return lazy(name).info();
    }

    @Override
    public Tensor tensor(String name) {
        if (!file.isOpen()) {
            throw new IllegalStateException("The checkpoint " + file.path() + " is closed");
        }
        return lazy(name).read();
    }

    private LazyTensor lazy(String name) {
        LazyTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw Refusal.missing(this, name);
        }
        return tensor;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public void close() {
        file.close();
    }
}
