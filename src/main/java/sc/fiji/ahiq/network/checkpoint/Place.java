/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.file.Path;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * A file, or an entry of a zip archive, as a refusal names it.
 *
 * @param entry null if the offsets are those of the file; otherwise they count from the begin of the unpacked entry
 */
record Place(Path file, String entry) {

    WeightsException refusal(long offsetBytes, String expected, String found) {
        return entry == null
                ? Refusal.at(file, offsetBytes, expected, found)
                : Refusal.at(file, entry, offsetBytes, expected, found);
    }

    WeightsException refusal(long offsetBytes, String expected, String found, String advice) {
        return entry == null
                ? Refusal.at(file, offsetBytes, expected, found, advice)
                : Refusal.at(file, entry, offsetBytes, expected, found, advice);
    }
}
