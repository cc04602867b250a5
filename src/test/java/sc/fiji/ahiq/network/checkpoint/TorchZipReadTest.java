/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.file.Path;

class TorchZipReadTest extends AbstractCheckpointTest {

    @Override
    String sample() {
        return "state_dict_zip.pth";
    }

    @Override
    Checkpoint open(Path file) {
        return Checkpoints.open(file);
    }
}
