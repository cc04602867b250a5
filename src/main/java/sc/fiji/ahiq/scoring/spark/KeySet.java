/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import sc.fiji.ahiq.scoring.batch.PairKeys;

/** Keys of pairs in 16 bytes each, to be sent to every executor. Immutable. */
final class KeySet implements Serializable {

    private static final long serialVersionUID = 1;

    /** Hexadecimal digits of a half of a key. */
    private static final int DIGITS = PairKeys.DIGITS / 2;

    private final long[] highs;
    private final long[] lows;

    private KeySet(int size) {
        highs = new long[size];
        lows = new long[size];
    }

    /** @param keys those that have another form are of no pair, and left out */
    static KeySet of(Collection<String> keys) {
        List<String> sorted = keys.stream()
                .filter(key -> key.matches("[0-9a-f]+") && key.length() == PairKeys.DIGITS)
                .sorted()
                .toList();
        KeySet set = new KeySet(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            set.highs[i] = half(sorted.get(i), 0);
            set.lows[i] = half(sorted.get(i), DIGITS);
        }
        return set;
    }

    private static long half(String key, int from) {
        return HexFormat.fromHexDigitsToLong(key, from, from + DIGITS);
    }

    boolean isEmpty() {
        return highs.length == 0;
    }

    boolean contains(String key) {
        long high = half(key, 0);
        long low = half(key, DIGITS);
        int from = 0;
        int to = highs.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(highs[middle], high);
            order = order == 0 ? Long.compareUnsigned(lows[middle], low) : order;
            if (order == 0) {
                return true;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return false;
    }
}
