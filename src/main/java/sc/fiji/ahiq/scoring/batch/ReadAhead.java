/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Awaited;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;

/**
 * Hashes and decodes the images of the next pairs in threads of its own while the latest pair is scored. As many pairs
 * wait as fit into a part of the heap by the size of those that came; nothing waits before that is known. Calls from
 * one thread.
 */
final class ReadAhead implements AutoCloseable {

    private static final int PAIRS_PER_THREAD = 2;

    /** The part of the heap for images that wait. */
    private static final int HEAP_PART = 8;

    private final Iterator<PlannedPair> coming;
    private final BinaryOperator<String> keys;
    private final BiPredicate<PlannedPair, String> done;
    private final Consumer<PlannedPair> arrival;
    private final FileHashes hashes = new FileHashes();
    private final Map<Path, SharedImage> references = new ConcurrentHashMap<>();
    private final Deque<Future<LoadedPair>> loading = new ArrayDeque<>();
    private final ScoringCapacity capacity;
    private final ExecutorService threads;
    private Path latestReference;
    private long largestBytes;

    /**
     * @param keys what results of two files are known by, made of their hashes
     * @param done tells by its key which pair need not be scored; asked by several threads
     * @param arrival called before the images of a pair are read
     */
    ReadAhead(
            List<PlannedPair> entries,
            BinaryOperator<String> keys,
            BiPredicate<PlannedPair, String> done,
            Consumer<PlannedPair> arrival,
            ScoringCapacity capacity) {
        this.coming = entries.iterator();
        this.keys = keys;
        this.done = done;
        this.arrival = arrival;
        this.capacity = capacity;
        this.threads = Executors.newFixedThreadPool(capacity.threads(), task -> {
            Thread thread = new Thread(task, "AHIQ image reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next pair, in the order of the list. */
    LoadedPair next() {
        LoadedPair pair = loading.isEmpty() ? load(coming.next()) : Awaited.result(loading.remove());
        forgetOtherThan(pair.entry().reference());
        if (pair.reference() != null) {
            largestBytes = Math.max(largestBytes, pair.reference().sizeBytes());
        }
        while (loading.size() < ahead() && coming.hasNext()) {
            PlannedPair entry = coming.next();
            loading.add(threads.submit(() -> load(entry)));
        }
        return pair;
    }

    /** Pairs of one reference follow each other. */
    private void forgetOtherThan(Path reference) {
        if (latestReference != null && !latestReference.equals(reference)) {
            references.remove(latestReference);
        }
        latestReference = reference;
    }

    private int ahead() {
        if (largestBytes == 0) {
            return 0;
        }
        long fitting = capacity.heapBytes() / HEAP_PART / largestBytes;
        return (int) Math.min((long) PAIRS_PER_THREAD * capacity.threads(), fitting);
    }

    private LoadedPair load(PlannedPair entry) {
        String key = null;
        try {
            arrival.accept(entry);
            key = keys.apply(hashes.of(entry.reference()), hashes.of(entry.distorted()));
            if (done.test(entry, key)) {
                return LoadedPair.done(entry, key);
            }
            ImagePlane reference = references
                    .computeIfAbsent(
                            entry.reference(),
                            location -> new SharedImage(entry.pair().reference()))
                    .get();
            return LoadedPair.of(
                    entry, key, reference, ImageFiles.open(entry.pair().distorted()));
        } catch (ImageException e) {
            return LoadedPair.failed(entry, key, e.getMessage());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** An image that is decoded when it is needed first, and only then. */
    private static final class SharedImage {

        private final Path file;
        private ImagePlane image;
        private ImageException failure;

        SharedImage(Path file) {
            this.file = file;
        }

        synchronized ImagePlane get() {
            if (image == null && failure == null) {
                try {
                    image = ImageFiles.open(file);
                } catch (ImageException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
            return image;
        }
    }
}
