/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SafetensorsFuzzTest {

    @FuzzTest(maxDuration = "15m")
    void anyBytesAreReadOrRefused(byte[] content) {
        FuzzTarget.read(content, SafetensorsFile::read);
    }
}
