/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * An open weight file: named tensors, read when asked for. Names, data types and shapes were read and checked when the
 * file was opened; they stay available after {@link #close()}, and so do the tensors already handed out. Thread safe.
 */
public interface Checkpoint extends AutoCloseable {

    /** The file, as it was given. */
    Path source();

    /**
     * All tensor names in the order in which the file lists them, in safetensors files that of their data;
     * unmodifiable.
     */
    Set<String> names();

    /** Whether the file holds a tensor of this name. */
    default boolean contains(String name) {
        return names().contains(name);
    }

    /**
     * Data type and shape, without touching the data.
     *
     * @throws sc.fiji.ahiq.base.error.WeightsException if there is no such tensor; the message names similar ones
     */
    TensorInfo info(String name);

    /**
     * The tensor of this name; may read from the disk.
     *
     * @throws sc.fiji.ahiq.base.error.WeightsException if there is no such tensor (the message names similar ones), or
     *     its bytes cannot be read
     * @throws IllegalStateException if this checkpoint is closed
     */
    Tensor tensor(String name);

    /** What the file says about itself beyond its tensors, empty in most files; unmodifiable. */
    Map<String, String> metadata();

    /** Lets go of the file. Closing twice has no effect. */
    @Override
    void close();
}
