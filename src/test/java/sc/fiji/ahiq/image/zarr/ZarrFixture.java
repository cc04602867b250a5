/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an OME-Zarr image of 16-bit samples with the axes c, y and x, whose sample at (x, y) of channel c is 1000 c +
 * 30 y + x, in chunks of 1 x 4 x 5.
 */
final class ZarrFixture {

    static final int WIDTH = 12;
    static final int HEIGHT = 7;
    static final int CHANNELS = 3;

    private static final int CHUNK_WIDTH = 5;
    private static final int CHUNK_HEIGHT = 4;

    private ZarrFixture() {}

    static int sample(int x, int y, int c) {
        return 1000 * c + 30 * y + x;
    }

    static Path version2(Path folder, String codec) throws IOException {
        write(folder.resolve(".zgroup"), "{\"zarr_format\": 2}");
        write(folder.resolve(".zattrs"), "{" + multiscales("0") + "}");
        String compressor = codec.equals("none") ? "null" : "{\"id\": \"" + codec + "\"}";
        write(
                folder.resolve("0/.zarray"),
                "{\"zarr_format\": 2, \"shape\": [3, 7, 12], \"chunks\": [1, 4, 5], \"dtype\": \"<u2\", \"order\": \"C\","
                        + " \"fill_value\": 77, \"filters\": null, \"dimension_separator\": \"/\", \"compressor\": "
                        + compressor + "}");
        chunks(folder.resolve("0"), codec);
        return folder;
    }

    static Path version3(Path folder, String codec) throws IOException {
        write(
                folder.resolve("zarr.json"),
                "{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {\"ome\": {" + multiscales("0")
                        + "}}}");
        String compressor = codec.equals("none") ? "" : ", {\"name\": \"" + codec + "\", \"configuration\": {}}";
        write(
                folder.resolve("0/zarr.json"),
                "{\"zarr_format\": 3, \"node_type\": \"array\", \"shape\": [3, 7, 12], \"data_type\": \"uint16\","
                        + " \"chunk_grid\": {\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [1, 4, 5]}},"
                        + " \"chunk_key_encoding\": {\"name\": \"default\"}, \"fill_value\": 77, \"codecs\":"
                        + " [{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}" + compressor + "]}");
        chunks(folder.resolve("0/c"), codec);
        return folder;
    }

    static String multiscales(String path) {
        return "\"multiscales\": [{\"axes\": [{\"name\": \"c\"}, {\"name\": \"y\"}, {\"name\": \"x\"}],"
                + " \"datasets\": [{\"path\": \"" + path + "\"}]}]";
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void chunks(Path folder, String codec) throws IOException {
        for (int c = 0; c < CHANNELS; c++) {
            for (int row = 0; row * CHUNK_HEIGHT < HEIGHT; row++) {
                for (int column = 0; column * CHUNK_WIDTH < WIDTH; column++) {
                    Path file = folder.resolve(c + "/" + row + "/" + column);
                    Files.createDirectories(file.getParent());
                    Files.write(file, encoded(chunk(c, row, column), codec));
                }
            }
        }
    }

    private static byte[] chunk(int c, int row, int column) {
        ByteBuffer samples = ByteBuffer.allocate(2 * CHUNK_HEIGHT * CHUNK_WIDTH).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < CHUNK_HEIGHT; y++) {
            for (int x = 0; x < CHUNK_WIDTH; x++) {
                samples.putShort((short) sample(column * CHUNK_WIDTH + x, row * CHUNK_HEIGHT + y, c));
            }
        }
        return samples.array();
    }

    private static byte[] encoded(byte[] chunk, String codec) throws IOException {
        return switch (codec) {
            case "gzip" -> streamed(chunk, GZIPOutputStream::new);
            case "zlib" -> streamed(chunk, DeflaterOutputStream::new);
            case "zstd" -> zstd(chunk);
            case "blosc" -> blosc(chunk);
            case "crc32c" -> summed(chunk);
            default -> chunk;
        };
    }

    private interface Streamed {
        OutputStream to(OutputStream out) throws IOException;
    }

    private static byte[] streamed(byte[] chunk, Streamed codec) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = codec.to(bytes)) {
            out.write(chunk);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] chunk) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] bytes = new byte[compressor.maxCompressedLength(chunk.length)];
        return Arrays.copyOf(bytes, compressor.compress(chunk, 0, chunk.length, bytes, 0, bytes.length));
    }

    /** One block of LZ4, whose first bytes are shuffled before the second ones. */
    private static byte[] blosc(byte[] chunk) {
        byte[] shuffled = new byte[chunk.length];
        for (int i = 0; i < chunk.length; i++) {
            shuffled[i % 2 * chunk.length / 2 + i / 2] = chunk[i];
        }
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] stream = new byte[compressor.maxCompressedLength(chunk.length)];
        int length = compressor.compress(shuffled, 0, shuffled.length, stream, 0, stream.length);
        return ByteBuffer.allocate(24 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {2, 1, 0x31, 2})
                .putInt(chunk.length)
                .putInt(chunk.length)
                .putInt(24 + length)
                .putInt(20)
                .putInt(length)
                .put(stream, 0, length)
                .array();
    }

    private static byte[] summed(byte[] chunk) {
        CRC32C sum = new CRC32C();
        sum.update(chunk);
        return ByteBuffer.allocate(chunk.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(chunk)
                .putInt((int) sum.getValue())
                .array();
    }
}
