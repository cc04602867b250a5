/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TorchZipFuzzTest {

    /** Of the storages in {@code state_dict_zip.pth}. */
    private static final int[] STORAGE_BYTES = {96, 96, 96, 40, 48, 48, 192, 24, 4, 0, 2, 216};

    @FuzzTest(maxDuration = "15m")
    void anyBytesAreReadOrRefused(byte[] content) {
        boolean pickle = content.length > 0 && content[0] == (byte) 0x80;
        FuzzTarget.read(pickle ? archive(content) : content, file -> TorchZip.read(ZipArchive.read(file)));
    }

    /** Without this the checksums would keep changed pickles from the unpickler. */
    private static byte[] archive(byte[] pickle) {
        ZipFixture zip = new ZipFixture();
        if (pickle.length % 2 == 0) {
            zip.stored("a/data.pkl", pickle);
        } else {
            zip.deflated("a/data.pkl", pickle);
        }
        for (int i = 0; i < STORAGE_BYTES.length; i++) {
            zip.stored("a/data/" + i, new byte[STORAGE_BYTES[i]]);
        }
        return zip.toBytes();
    }
}
