/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import sc.fiji.ahiq.image.format.PixelLimit;

/**
 * An array of numbers in chunks. Thread safe.
 *
 * @param folder of the array
 * @param shape lengths of the dimensions, the slowest first
 * @param chunk lengths of a chunk
 * @param prefix of the names of chunks, such as {@code c/}
 * @param separator between the indices in the name of a chunk
 * @param sample what a number is
 * @param fill the number of chunks that are not there
 * @param codecs that undo how chunks were written, in this order
 * @param names of the dimensions, where version 3 tells them
 */
record ZarrArray(
        Path folder,
        long[] shape,
        long[] chunk,
        String prefix,
        String separator,
        ZarrSample sample,
        double fill,
        List<ChunkCodec> codecs,
        List<String> names) {

    /** A dimension of one chunk has as many. */
    private static final int MAX_DIMENSIONS = 16;

    private static final long CODEC_OVERHEAD = 1 << 16;

    ZarrArray {
        if (chunk.length != shape.length || shape.length < 2 || shape.length > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "chunks of " + chunk.length + " dimensions in an array of " + shape.length);
        }
    }

    static boolean isIn(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve(ZarrMetadata.ARRAY_2))
                || Files.isRegularFile(folder.resolve(ZarrMetadata.VERSION_3))
                        && ZarrMetadata.text(ZarrMetadata.read(folder.resolve(ZarrMetadata.VERSION_3)), "node_type")
                                .equals("array");
    }

    /**
     * Reads the metadata of an array.
     *
     * @throws IOException if they are missing or contradict themselves
     * @throws sc.fiji.ahiq.base.error.ImageException for a kind that is not read
     */
    static ZarrArray of(Path folder) throws IOException {
        try {
            return Files.isRegularFile(folder.resolve(ZarrMetadata.VERSION_3))
                    ? version3(folder, ZarrMetadata.read(folder.resolve(ZarrMetadata.VERSION_3)))
                    : version2(folder, ZarrMetadata.read(folder.resolve(ZarrMetadata.ARRAY_2)));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static ZarrArray version2(Path folder, JsonObject json) throws IOException {
        if (!ZarrMetadata.text(json, "order").equals("C")) {
            throw ChunkCodec.unsupported(folder, "order " + ZarrMetadata.text(json, "order"));
        }
        if (json.get("filters") != null && !json.get("filters").isJsonNull()) {
            throw ChunkCodec.unsupported(folder, "filters " + json.get("filters"));
        }
        String separator = ZarrMetadata.text(json, "dimension_separator");
        JsonElement compressor = json.get("compressor");
        return new ZarrArray(
                folder,
                ZarrMetadata.sizes(json, "shape"),
                ZarrMetadata.sizes(json, "chunks"),
                "",
                separator.isEmpty() ? "." : separator,
                ZarrSample.ofVersion2(folder, ZarrMetadata.text(json, "dtype")),
                fill(json),
                compressor == null || compressor.isJsonNull()
                        ? List.of()
                        : List.of(ChunkCodec.of(folder, ZarrMetadata.text(compressor.getAsJsonObject(), "id"))),
                List.of());
    }

    private static ZarrArray version3(Path folder, JsonObject json) throws IOException {
        JsonObject grid = ZarrMetadata.object(json, "chunk_grid").orElseGet(JsonObject::new);
        if (!ZarrMetadata.text(grid, "name").equals("regular")) {
            throw ChunkCodec.unsupported(folder, "chunk grid '" + ZarrMetadata.text(grid, "name") + "'");
        }
        JsonObject keys = ZarrMetadata.object(json, "chunk_key_encoding").orElseGet(JsonObject::new);
        boolean plain = ZarrMetadata.text(keys, "name").equals("v2");
        String separator = ZarrMetadata.text(configuration(keys), "separator");
        String used = separator.isEmpty() ? plain ? "." : "/" : separator;
        long[] shape = ZarrMetadata.sizes(json, "shape");
        CodecChain chain = CodecChain.of(folder, json, shape.length);
        return new ZarrArray(
                folder,
                shape,
                ZarrMetadata.sizes(configuration(grid), "chunk_shape"),
                plain ? "" : "c" + used,
                used,
                ZarrSample.ofVersion3(folder, ZarrMetadata.text(json, "data_type"), chain.order()),
                fill(json),
                chain.codecs(),
                ZarrMetadata.array(json, "dimension_names").stream()
                        .flatMap(names -> names.asList().stream())
                        .map(name -> name.isJsonPrimitive() ? name.getAsString() : "")
                        .toList());
    }

    static JsonObject configuration(JsonObject named) {
        return ZarrMetadata.object(named, "configuration").orElseGet(JsonObject::new);
    }

    private static double fill(JsonObject json) {
        String text = ZarrMetadata.text(json, "fill_value");
        return text.isEmpty() || text.equals("false") ? 0 : text.equals("true") ? 1 : Double.parseDouble(text);
    }

    int dimensions() {
        return shape.length;
    }

    /** Bytes of a decoded chunk. */
    int chunkBytes() throws IOException {
        long bytes = sample.bytes();
        for (long length : chunk) {
            bytes = Math.multiplyExact(bytes, length);
        }
        if (bytes > Integer.MAX_VALUE - CODEC_OVERHEAD) {
            throw new IOException("a chunk of " + bytes + " bytes");
        }
        return (int) bytes;
    }

    /**
     * The decoded samples of a chunk, in the order of bytes of the array; null if it is not there, so that all are the
     * fill value.
     *
     * @param indices of the chunk along each dimension
     * @throws IOException if it cannot be read or decoded
     */
    ByteBuffer read(long[] indices) throws IOException {
        String name = prefix + LongStream.of(indices).mapToObj(Long::toString).collect(Collectors.joining(separator));
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        int bytes = chunkBytes();
        PixelLimit.requireHeap(folder, 2L * bytes);
        if (Files.size(file) > bytes + bytes / 8 + CODEC_OVERHEAD) {
            throw new IOException(file + " is larger than the " + bytes + " bytes of a chunk");
        }
        byte[] decoded = Files.readAllBytes(file);
        for (ChunkCodec codec : codecs) {
            decoded = codec.decode(decoded, bytes);
        }
        if (decoded.length != bytes) {
            throw new IOException(file + " holds " + decoded.length + " bytes where a chunk has " + bytes);
        }
        return ByteBuffer.wrap(decoded).order(sample.order());
    }

    @Override
    public String toString() {
        return folder + " of " + Arrays.toString(shape);
    }
}
