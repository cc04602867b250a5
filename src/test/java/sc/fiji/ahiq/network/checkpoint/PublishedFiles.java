/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Writes weights of any size in the formats in which others publish them. */
public final class PublishedFiles {

    private static final LocalDateTime TIME = LocalDateTime.of(2022, 1, 1, 0, 0);
    private static final String DICT_SUFFIX = "_state_dict.";

    private PublishedFiles() {}

    /** As {@code torch.save}; names such as {@code regressor_model_state_dict.x} go into a dict of their own. */
    public static Path torchZip(Path file, Map<String, Tensor> tensors) throws IOException {
        Map<String, Map<String, Tensor>> dicts = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            int end = name.indexOf(DICT_SUFFIX);
            String dict = end < 0 ? "" : name.substring(0, end + DICT_SUFFIX.length() - 1);
            String key = end < 0 ? name : name.substring(end + DICT_SUFFIX.length());
            dicts.computeIfAbsent(dict, d -> new LinkedHashMap<>()).put(key, tensor);
        });
        PickleFixture pickle = new PickleFixture().op('}');
        int key = 0;
        for (Map.Entry<String, Map<String, Tensor>> dict : dicts.entrySet()) {
            if (!dict.getKey().isEmpty()) {
                pickle.text(dict.getKey()).op('}');
            }
            for (Map.Entry<String, Tensor> entry : dict.getValue().entrySet()) {
                tensor(pickle.text(entry.getKey()), entry.getValue(), key++);
                pickle.op('s');
            }
            if (!dict.getKey().isEmpty()) {
                pickle.op('s');
            }
        }
        byte[] dataPickle = pickle.op('.').toBytes();
        write(file, zip -> {
            zip.accept("archive/data.pkl", ByteBuffer.wrap(dataPickle));
            int storage = 0;
            for (Map<String, Tensor> dict : dicts.values()) {
                for (Tensor tensor : dict.values()) {
                    zip.accept("archive/data/" + storage++, tensor.data());
                }
            }
            zip.accept("archive/version", ByteBuffer.wrap("3\n".getBytes(StandardCharsets.US_ASCII)));
        });
        return file;
    }

    /** As {@code torch.save} before PyTorch 1.6. */
    public static Path torchLegacy(Path file, Map<String, Tensor> tensors) {
        PickleFixture object = new PickleFixture().op('}');
        PickleFixture keys = new PickleFixture().op(']', '(');
        ByteArrayOutputStream storages = new ByteArrayOutputStream();
        int key = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            tensor(object.text(entry.getKey()), entry.getValue(), key);
            object.op('s');
            keys.text(Integer.toString(key++));
            ByteBuffer data = entry.getValue().data();
            byte[] bytes = new byte[Long.BYTES + data.remaining()];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(entry.getValue().elementCount())
                    .put(data);
            storages.writeBytes(bytes);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(TorchLegacy.MAGIC);
        all.writeBytes(new PickleFixture().integer(1001).op('.').toBytes());
        all.writeBytes(new PickleFixture()
                .op('}')
                .text("little_endian")
                .op(0x88, 's', '.')
                .toBytes());
        all.writeBytes(object.op('.').toBytes());
        all.writeBytes(keys.op('e', '.').toBytes());
        all.writeBytes(storages.toByteArray());
        return SafetensorsFixture.write(file, all.toByteArray());
    }

    private static void tensor(PickleFixture pickle, Tensor tensor, int key) {
        String storage = tensor.dtype() == DType.I64 ? "LongStorage" : "FloatStorage";
        pickle.tensor(
                storage, Integer.toString(key), tensor.elementCount(), 0, tensor.shape(), strides(tensor.shape()));
    }

    private static long[] strides(long[] shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    /**
     * As {@code numpy.savez}.
     *
     * @param arrays hands over float32 arrays one after the other
     */
    public static Path npz(Path file, Consumer<BiConsumer<String, Tensor>> arrays) throws IOException {
        write(file, zip -> arrays.accept((name, array) -> zip.accept(name + ".npy", npy(array))));
        return file;
    }

    private static ByteBuffer npy(Tensor array) {
        String shape = Arrays.stream(array.shape()).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String comma = array.shape().length == 1 ? "," : "";
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + comma + "), }";
        int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
        ByteBuffer bytes = ByteBuffer.allocate(10 + length + array.data().remaining());
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) length, (byte) (length >> 8)});
        bytes.put((header + " ".repeat(length - 1 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        return bytes.put(array.data()).flip();
    }

    private static void write(Path file, Consumer<BiConsumer<String, ByteBuffer>> content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            content.accept((name, bytes) -> stored(zip, name, bytes));
        }
    }

    private static void stored(ZipOutputStream zip, String name, ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.remaining());
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        try {
            zip.putNextEntry(entry);
            Channels.newChannel(zip).write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
