/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Writes the bytes of a safetensors file, the same bytes as the reference implementation. */
final class SafetensorsWriter {

    /** Types of larger alignment first, so that every tensor is aligned when the data are; the reference's order. */
    private static final List<DType> DTYPE_ORDER = List.of(
            DType.I64,
            DType.F64,
            DType.F32,
            DType.I32,
            DType.BF16,
            DType.F16,
            DType.I16,
            DType.I8,
            DType.U8,
            DType.BOOL);

    private static final int ALIGNMENT_BYTES = 8;

    /** Bytes handed to the channel at once: it copies what comes from the heap to native memory. */
    private static final int CHUNK_BYTES = 1 << 20;

    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    SafetensorsWriter(Map<String, Tensor> tensors, Map<String, String> metadata) {
        this.tensors = tensors;
        this.metadata = metadata;
    }

    /** @throws IllegalArgumentException if the format, or our reader, has no place for one of the tensors */
    void writeTo(WritableByteChannel channel) throws IOException {
        List<SafetensorsEntry> entries = entries();
        ByteBuffer header = header(entries);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        write(channel, length.putLong(header.remaining()).flip());
        write(channel, header);
        for (SafetensorsEntry entry : entries) {
            Tensor tensor = tensors.get(entry.name());
            if (!entry.info().equals(TensorInfo.of(tensor))) {
                throw new IllegalStateException("Tensor " + Refusal.quote(entry.name()) + " was " + entry.info()
                        + " for the header and is " + tensor + " for the data");
            }
            write(channel, tensor.data());
        }
    }

    private List<SafetensorsEntry> entries() {
        Map<String, TensorInfo> infos = new TreeMap<>();
        tensors.forEach((name, tensor) -> infos.put(name, checked(name, TensorInfo.of(tensor))));
        List<String> names = new ArrayList<>(infos.keySet());
        names.sort(Comparator.comparingInt(
                name -> DTYPE_ORDER.indexOf(infos.get(name).dtype())));
        List<SafetensorsEntry> entries = new ArrayList<>();
        long begin = 0;
        for (String name : names) {
            TensorInfo info = infos.get(name);
            long end = begin + info.sizeBytes();
            entries.add(new SafetensorsEntry(name, 0, info, begin, end));
            begin = end;
        }
        return entries;
    }

    private static TensorInfo checked(String name, TensorInfo info) {
        if (name.equals(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("A safetensors file has no place for a tensor named " + name);
        }
        if (info.shape().length > SafetensorsHeader.MAX_DIMENSIONS) {
            throw new IllegalArgumentException("Tensor " + Refusal.quote(name) + " has " + info.shape().length
                    + " dimensions, more than " + SafetensorsHeader.MAX_DIMENSIONS);
        }
        return info;
    }

    private ByteBuffer header(List<SafetensorsEntry> entries) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!metadata.isEmpty()) {
                writeMetadata(json.name(SafetensorsHeader.METADATA));
            }
            for (SafetensorsEntry entry : entries) {
                writeEntry(json.name(entry.name()), entry);
            }
            json.endObject();
        }
        return padded(encode(text.toString()));
    }

    private void writeMetadata(JsonWriter json) throws IOException {
        json.beginObject();
        for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
            json.name(entry.getKey()).value(entry.getValue());
        }
        json.endObject();
    }

    private static void writeEntry(JsonWriter json, SafetensorsEntry entry) throws IOException {
        json.beginObject();
        json.name("dtype").value(entry.info().dtype().name());
        json.name("shape").beginArray();
        for (long dimension : entry.info().shape()) {
            json.value(dimension);
        }
        json.endArray();
        json.name("data_offsets").beginArray().value(entry.begin()).value(entry.end());
        json.endArray();
        json.endObject();
    }

    private static ByteBuffer encode(String header) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(header));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A tensor name or metadata is not valid Unicode", e);
        }
    }

    private static ByteBuffer padded(ByteBuffer json) {
        int length = (json.remaining() + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
        if (length > SafetensorsFile.MAX_HEADER_BYTES) {
            throw new IllegalArgumentException("The names and metadata take " + length
                    + " bytes, more than the header's limit of " + SafetensorsFile.MAX_HEADER_BYTES);
        }
        ByteBuffer header = ByteBuffer.allocate(length).put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static void write(WritableByteChannel channel, ByteBuffer data) throws IOException {
        int end = data.limit();
        while (data.position() < end) {
            data.limit((int) Math.min(end, (long) data.position() + CHUNK_BYTES));
            channel.write(data);
        }
    }
}
