/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.file.Path;

/** Writes torch files with pickles and storages of one's choice. */
final class TorchFixture {

    private TorchFixture() {}

    /** @param storages of the keys 0, 1, ... */
    static Path zip(Path file, PickleFixture pickle, byte[]... storages) {
        ZipFixture zip = new ZipFixture().stored("a/data.pkl", pickle.toBytes());
        for (int i = 0; i < storages.length; i++) {
            zip.stored("a/data/" + i, storages[i]);
        }
        return SafetensorsFixture.write(file, zip.toBytes());
    }

    /** A file whose only tensor {@code w} is this view of a storage. */
    static Path tensor(
            Path file, String type, byte[] storage, long elements, long offset, long[] shape, long... strides) {
        PickleFixture pickle = new PickleFixture().op('}').text("w");
        return zip(
                file, pickle.tensor(type, "0", elements, offset, shape, strides).op('s', '.'), storage);
    }

    /** Bytes 0, 1, 2, ... */
    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
