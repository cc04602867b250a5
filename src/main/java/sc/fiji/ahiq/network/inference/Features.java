/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;

/** What a network makes of an image: tensors on the device, until closed. */
record Features(NDManager manager, NDList tensors) implements SiameseNetwork.Encoded {

    /** Parts of all tensors, the first of the first, and so on; copies, so that the whole tensors can be freed. */
    NDList trimmed(List<FeatureWindow> windows, NDManager target) {
        NDList parts = new NDList();
        for (int i = 0; i < windows.size(); i++) {
            NDArray whole = tensors.get(i);
            long height = whole.getShape().get(2);
            long width = whole.getShape().get(3);
            FeatureWindow w = windows.get(i).on(height, width);
            boolean same = height == w.height() && width == w.width();
            NDArray part = same
                    ? whole
                    : whole.get(new NDIndex(
                                    "..., {}:{}, {}:{}", w.top(), w.top() + w.height(), w.left(), w.left() + w.width()))
                            .duplicate();
            part.attach(target);
            parts.add(part);
        }
        return parts;
    }

    @Override
    public long sizeBytes() {
        return tensors.stream()
                .mapToLong(f -> f.size() * f.getDataType().getNumOfBytes())
                .sum();
    }

    @Override
    public void close() {
        manager.close();
    }
}
