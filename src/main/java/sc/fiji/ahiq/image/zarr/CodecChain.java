/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The codecs of an array of version 3.
 *
 * @param order of the bytes of a sample
 * @param codecs that undo how chunks were written, the last of these first
 */
record CodecChain(ByteOrder order, List<ChunkCodec> codecs) {

    static CodecChain of(Path folder, JsonObject array, int dimensions) throws IOException {
        JsonArray chain = ZarrMetadata.array(array, "codecs").orElseThrow(() -> new IOException("there are no codecs"));
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        List<ChunkCodec> codecs = new ArrayList<>();
        for (JsonElement element : chain) {
            JsonObject codec = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
            JsonObject configuration = ZarrArray.configuration(codec);
            switch (ZarrMetadata.text(codec, "name")) {
                case "bytes" ->
                    order = ZarrMetadata.text(configuration, "endian").equals("big")
                            ? ByteOrder.BIG_ENDIAN
                            : ByteOrder.LITTLE_ENDIAN;
                case "transpose" -> requireAsStored(folder, configuration, dimensions);
                default -> codecs.add(ChunkCodec.of(folder, ZarrMetadata.text(codec, "name")));
            }
        }
        Collections.reverse(codecs);
        return new CodecChain(order, List.copyOf(codecs));
    }

    private static void requireAsStored(Path folder, JsonObject configuration, int dimensions) {
        JsonArray stored = new JsonArray();
        for (int i = 0; i < dimensions; i++) {
            stored.add(i);
        }
        if (!ZarrMetadata.array(configuration, "order").equals(Optional.of(stored))) {
            throw ChunkCodec.unsupported(folder, "transposed chunks");
        }
    }
}
