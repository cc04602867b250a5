/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the zip archives that {@code torch.save} writes since PyTorch 1.6. */
final class TorchZip {

    private static final String PICKLE = "/data.pkl";

    private final ZipArchive archive;
    private final ZipItem pickle;
    private final String root;

    private TorchZip(ZipArchive archive, ZipItem pickle) {
        this.archive = archive;
        this.pickle = pickle;
        this.root = pickle.name().substring(0, pickle.name().length() - PICKLE.length());
    }

    /** Whether this is the name of the pickle, in the folder that holds all entries. */
    static boolean isPickle(ZipItem item) {
        return item.name().endsWith(PICKLE)
                && item.name().indexOf('/') == item.name().length() - PICKLE.length();
    }

    static Checkpoint read(ZipArchive archive) {
        List<ZipItem> pickles =
                archive.items().stream().filter(TorchZip::isPickle).toList();
        if (pickles.size() != 1) {
            throw Refusal.at(archive.file().path(), 0, "one entry data.pkl in a folder", pickles.size() + " of them");
        }
        TorchZip zip = new TorchZip(archive, pickles.get(0));
        zip.checkByteOrder();
        return zip.read();
    }

    private void checkByteOrder() {
        ZipItem item = archive.item(root + "/byteorder");
        if (item == null) {
            return;
        }
        String order = item.sizeBytes() > 16
                ? item.sizeBytes() + " bytes"
                : StandardCharsets.US_ASCII
                        .decode(archive.bytes(item, 0, (int) item.sizeBytes()))
                        .toString();
        if (!order.equals("little")) {
            throw archive.place(item)
                    .refusal(
                            0,
                            "the byte order \"little\"",
                            Refusal.quote(order),
                            "Save the file again on a little-endian computer.");
        }
    }

    private Checkpoint read() {
        Place place = archive.place(pickle);
        if (pickle.sizeBytes() > Unpickler.MAX_PICKLE_BYTES) {
            throw place.refusal(
                    0, "a pickle of at most " + Unpickler.MAX_PICKLE_BYTES + " bytes", pickle.sizeBytes() + " bytes");
        }
        PickleInput input = new PickleInput(place, archive.bytes(pickle, 0, (int) pickle.sizeBytes()));
        Object object = Unpickler.load(input, new HashMap<>());
        StateDict dict = StateDict.of(place, 0, object);
        Map<String, LazyTensor> tensors = new LinkedHashMap<>();
        dict.tensors().forEach((name, tensor) -> tensors.put(name, lazy(place, tensor)));
        return new LazyCheckpoint(archive.file(), tensors, dict.metadata());
    }

    private LazyTensor lazy(Place place, TorchTensor tensor) {
        TorchStorage storage = tensor.storage();
        ZipItem item = archive.item(root + "/data/" + storage.key());
        if (item == null || item.sizeBytes() != storage.sizeBytes()) {
            throw place.refusal(
                    tensor.offset(),
                    "an entry " + Refusal.quote(root + "/data/" + storage.key()) + " of " + storage.sizeBytes()
                            + " bytes",
                    item == null ? "none" : "one of " + item.sizeBytes());
        }
        StridedView view = tensor.view();
        return view.lazy(archive.place(item), (offset, length) -> archive.bytes(item, offset, length));
    }
}
