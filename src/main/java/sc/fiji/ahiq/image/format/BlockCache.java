/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.format;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Decoded blocks of one image: those used last, up to a 16th of the heap or 64 MB, whichever is more. Threads that ask
 * for the same block at the same time decode it once, and never wait for another block. Safe for use by several
 * threads.
 */
final class BlockCache {

    private static final long LEAST_BYTES = 64L << 20;
    private static final int HEAP_SHARE = 16;

    private final BlockImages.Blocks blocks;
    private final long capacity = Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    private final Map<Integer, Object[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ConcurrentMap<Integer, Object> decoding = new ConcurrentHashMap<>();
    private long bytes;

    BlockCache(BlockImages.Blocks blocks) {
        this.blocks = blocks;
    }

    Object[] get(int index) {
        Object[] known = lookUp(index);
        if (known != null) {
            return known;
        }
        synchronized (decoding.computeIfAbsent(index, i -> new Object())) {
            try {
                known = lookUp(index);
                if (known == null) {
                    known = blocks.read(index);
                    keep(index, known);
                }
                return known;
            } finally {
                decoding.remove(index);
            }
        }
    }

    private synchronized Object[] lookUp(int index) {
        return kept.get(index);
    }

    private synchronized void keep(int index, Object[] samples) {
        Object[] before = kept.put(index, samples);
        bytes += sizeOf(samples) - (before == null ? 0 : sizeOf(before));
        Iterator<Object[]> oldest = kept.values().iterator();
        while (bytes > capacity && kept.size() > 1) {
            bytes -= sizeOf(oldest.next());
            oldest.remove();
        }
    }

    private static long sizeOf(Object[] samples) {
        long size = 0;
        for (Object channel : samples) {
            int sampleBytes = channel instanceof byte[] ? 1 : channel instanceof short[] ? 2 : Float.BYTES;
            size += (long) Array.getLength(channel) * sampleBytes;
        }
        return size;
    }
}
