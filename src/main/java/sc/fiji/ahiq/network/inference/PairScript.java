/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;

/**
 * A TorchScript file whose {@code forward(reference, distorted)} takes two float32 tensors (1, 3, height, width), red
 * first, and returns a tensor of one number, such as those that {@code torch.jit.trace} makes of a metric in Python. A
 * script can read and write files: open those alone that you trust. Holds native memory until closed. One call at a
 * time.
 */
public interface PairScript extends AutoCloseable {

    /**
     * Starts the engine if need be and loads the script; precision and batch of the options do not matter.
     *
     * @throws ModelException if the file is not there or no TorchScript file
     * @throws EngineException if the engine cannot start, or the device is not there
     */
    static PairScript open(Path file, InferenceOptions options) {
        return ScoringEngine.start(options.engine(), options.device()).script(file, options.device());
    }

    /**
     * Compares two images.
     *
     * @param reference planes red, green, blue, one after the other, each row-major {@code (height, width)}
     * @param distorted in the same layout
     * @throws ModelException if the script does not take two images or does not return one number
     * @throws ImageException if it fails on these images
     * @throws EngineException if memory does not suffice
     */
    double score(float[] reference, float[] distorted, int width, int height);

    @Override
    void close();
}
