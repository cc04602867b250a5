/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;

class NpzFuzzTest {

    @FuzzTest(maxDuration = "15m")
    void anyBytesAreReadOrRefused(byte[] content) {
        boolean array = content.length > 0 && content[0] == NpyHeader.MAGIC[0];
        FuzzTarget.read(array ? archive(content) : content, file -> Npz.read(ZipArchive.read(file)));
    }

    /** Without this the checksums would keep changed arrays from being read. */
    private static byte[] archive(byte[] array) {
        ZipFixture zip = new ZipFixture();
        return (array.length % 2 == 0 ? zip.stored("w.npy", array) : zip.deflated("w.npy", array)).toBytes();
    }
}
