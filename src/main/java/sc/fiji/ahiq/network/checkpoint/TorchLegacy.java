/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files that {@code torch.save} wrote before PyTorch 1.6: five pickles, then the storages. */
final class TorchLegacy {

    /** The first bytes of every such file: a pickle of the magic number. */
    static final byte[] MAGIC = {
        (byte) 0x80,
        2,
        (byte) 0x8a,
        10,
        0x6c,
        (byte) 0xfc,
        (byte) 0x9c,
        0x46,
        (byte) 0xf9,
        0x20,
        0x6a,
        (byte) 0xa8,
        0x50,
        0x19,
        '.'
    };

    private static final BigInteger MAGIC_NUMBER = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long PROTOCOL = 1001;

    private final OpenFile file;
    private final Place place;
    private final PickleInput input;
    private final Map<String, TorchStorage> storages = new HashMap<>();

    private TorchLegacy(OpenFile file) {
        this.file = file;
        this.place = new Place(file.path(), null);
        int length = (int) Math.min(file.sizeBytes(), Unpickler.MAX_PICKLE_BYTES);
        this.input = new PickleInput(place, file.bytes(0, length));
    }

    static Checkpoint read(OpenFile file) {
        return new TorchLegacy(file).read();
    }

    private Checkpoint read() {
        expect(MAGIC_NUMBER, "the magic number of torch files");
        expect(PROTOCOL, "the torch protocol version " + PROTOCOL);
        checkSystem();
        int objectOffset = input.offset();
        Object object = Unpickler.load(input, storages);
        StateDict dict = StateDict.of(place, objectOffset, object);
        Map<String, Long> offsets = locateStorages();
        Map<String, LazyTensor> tensors = new LinkedHashMap<>();
        dict.tensors().forEach((name, tensor) -> tensors.put(name, lazy(tensor, offsets)));
        return new LazyCheckpoint(file, tensors, dict.metadata());
    }

    private void expect(Object expected, String words) {
        int offset = input.offset();
        Object found = Unpickler.load(input, storages);
        if (!expected.equals(found)) {
            throw place.refusal(offset, words, TorchReduction.describe(found));
        }
    }

    private void checkSystem() {
        int offset = input.offset();
        Object system = Unpickler.load(input, storages);
        if (!(system instanceof Map<?, ?> facts && Boolean.TRUE.equals(facts.get("little_endian")))) {
            throw place.refusal(
                    offset,
                    "little_endian = True",
                    system instanceof Map ? "another byte order" : TorchReduction.describe(system),
                    "Save the file again on a little-endian computer.");
        }
    }

    /** Offsets of the storages' bytes, each of which follows its number of elements. */
    private Map<String, Long> locateStorages() {
        int keysOffset = input.offset();
        if (!(Unpickler.load(input, storages) instanceof List<?> keys)) {
            throw place.refusal(keysOffset, "a list of the storages", "something else");
        }
        Map<String, Long> offsets = new HashMap<>();
        long offset = input.offset();
        for (Object key : keys) {
            if (!(key instanceof String name && storages.containsKey(name))) {
                throw place.refusal(keysOffset, "storages that the tensors name", TorchReduction.describe(key));
            }
            if (offsets.put(name, offset + Long.BYTES) != null) {
                throw place.refusal(keysOffset, "each storage only once", Refusal.quote(name) + " again");
            }
            offset = skipStorage(storages.get(name), offset);
        }
        if (offset != file.sizeBytes()) {
            throw place.refusal(offset, "the end of the file", file.sizeBytes() - offset + " more bytes");
        }
        return offsets;
    }

    private long skipStorage(TorchStorage storage, long offset) {
        long left = file.sizeBytes() - offset - Long.BYTES;
        if (left < storage.sizeBytes()) {
            throw place.refusal(
                    offset,
                    "8 and " + storage.sizeBytes() + " bytes of storage " + Refusal.quote(storage.key()),
                    left + Long.BYTES + " before the end of the file");
        }
        long elements = file.bytes(offset, Long.BYTES).getLong();
        if (elements != storage.elements()) {
            throw place.refusal(
                    offset,
                    storage.elements() + " elements of storage " + Refusal.quote(storage.key()),
                    Long.toString(elements));
        }
        return offset + Long.BYTES + storage.sizeBytes();
    }

    private LazyTensor lazy(TorchTensor tensor, Map<String, Long> offsets) {
        String key = tensor.storage().key();
        Long begin = offsets.get(key);
        if (begin == null) {
            throw place.refusal(tensor.offset(), "a storage " + Refusal.quote(key) + " in the file", "none");
        }
        return tensor.view().lazy(place, (offset, length) -> file.bytes(begin + offset, length));
    }
}
