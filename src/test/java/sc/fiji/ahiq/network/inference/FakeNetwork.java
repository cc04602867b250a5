/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.Normalization;

/** Scores a crop pair by its first pixels and keeps count of the features it hands out. */
final class FakeNetwork implements SiameseNetwork {

    static final Architecture ARCHITECTURE = CompactArchitecture.patch8();
    private static final int CROP_FLOATS = 3 * ARCHITECTURE.crop() * ARCHITECTURE.crop();

    /** Bytes that the features of a crop are said to take. */
    static final int BYTES_PER_CROP = 100;

    private final int maxEncode;
    private final int maxCompare;
    private Meeting meeting = (inside, crops) -> {};
    private int inside;
    private final List<Integer> encodedBatches = new ArrayList<>();
    private final List<Integer> comparedBatches = new ArrayList<>();
    private boolean memoryIsShort;
    private int open;
    private boolean closed;
    private RuntimeException failure;

    /**
     * @param maxEncode crops that can be encoded at once
     * @param maxCompare crops that can be compared at once
     */
    FakeNetwork(int maxEncode, int maxCompare) {
        this.maxEncode = maxEncode;
        this.maxCompare = maxCompare;
    }

    static FakeNetwork unlimited() {
        return new FakeNetwork(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    Network asNetwork(int batch) {
        return new Network(this, ARCHITECTURE, Normalization.PUBLISHED, "gpu0", "fake", batch);
    }

    /** Crops of which number {@code i} is filled with {@code first + i}. */
    static CropSource crops(int first) {
        return (index, target, offset) -> {
            for (int i = 0; i < CROP_FLOATS; i++) {
                target[offset + i] = first + index;
            }
        };
    }

    /** The score of a pair of the above. */
    static float score(int reference, int distorted) {
        return 1000 * normalised(reference) + normalised(distorted);
    }

    private static float normalised(int value) {
        return (value - 0.5f) / 0.5f;
    }

    /** The next batch of references does not fit into memory. */
    void runOutOfMemoryOnce() {
        memoryIsShort = true;
    }

    /** What happens in every comparison. */
    @FunctionalInterface
    interface Meeting {

        /** @param inside crops of all comparisons that run, those of this one included */
        void meet(int inside, int crops) throws OutOfNativeMemoryException;
    }

    void meet(Meeting inEveryComparison) {
        meeting = inEveryComparison;
    }

    /** From now on every comparison throws this. */
    void failWith(RuntimeException toThrow) {
        failure = toThrow;
    }

    List<Integer> encodedBatches() {
        return encodedBatches;
    }

    List<Integer> comparedBatches() {
        return comparedBatches;
    }

    /** Features that were handed out and not closed. */
    synchronized int open() {
        return open;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized Encoded encode(float[] crops, int count) throws OutOfNativeMemoryException {
        boolean fails = memoryIsShort;
        memoryIsShort = false;
        requireMemory(count, fails ? 0 : maxEncode);
        encodedBatches.add(count);
        open++;
        return new FakeEncoded(firstPixels(crops, count));
    }

    @Override
    public List<CropOutput> compare(float[] crops, int count, Encoded reference) throws OutOfNativeMemoryException {
        if (failure != null) {
            throw failure;
        }
        requireMemory(count, maxCompare);
        try {
            meeting.meet(enter(count), count);
        } finally {
            leave(count);
        }
        float[] references = ((FakeEncoded) reference).pixels();
        if (references.length != count) {
            throw new IllegalArgumentException(count + " crops with the features of " + references.length);
        }
        float[] distorted = firstPixels(crops, count);
        List<CropOutput> outputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outputs.add(new CropOutput(1000 * references[i] + distorted[i], new float[0], new float[0]));
        }
        return outputs;
    }

    private synchronized int enter(int count) {
        comparedBatches.add(count);
        inside += count;
        return inside;
    }

    private synchronized void leave(int count) {
        inside -= count;
    }

    private static void requireMemory(int count, int max) throws OutOfNativeMemoryException {
        if (count > max) {
            throw new OutOfNativeMemoryException(new IllegalStateException("out of memory: " + count + " crops"));
        }
    }

    private static float[] firstPixels(float[] crops, int count) {
        if (crops.length != count * CROP_FLOATS) {
            throw new IllegalArgumentException(count + " crops in " + crops.length + " floats");
        }
        float[] pixels = new float[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = crops[i * CROP_FLOATS];
        }
        return pixels;
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class FakeEncoded implements Encoded {

        private final float[] pixels;
        private boolean isOpen = true;

        FakeEncoded(float[] pixels) {
            this.pixels = pixels;
        }

        float[] pixels() {
            if (!isOpen) {
                throw new IllegalStateException("closed features are used");
            }
            return pixels;
        }

        @Override
        public long sizeBytes() {
            return (long) BYTES_PER_CROP * pixels.length;
        }

        @Override
        public void close() {
            if (!isOpen) {
                throw new IllegalStateException("features are closed twice");
            }
            isOpen = false;
            synchronized (FakeNetwork.this) {
                open--;
            }
        }
    }
}
