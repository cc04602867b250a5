/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.util.List;

/** A Python tuple; the items are not checked. */
record PickleTuple(List<Object> items) {

    static final PickleTuple EMPTY = new PickleTuple(List.of());

    int size() {
        return items.size();
    }

    Object get(int index) {
        return items.get(index);
    }
}
