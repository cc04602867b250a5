/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

/**
 * The one way in which a long work tells how far it has come, and is stopped: by throwing out of {@link #update}. It is
 * told between two calls of the engine, pairs, files or whatever is counted; not always by the same thread, but by one
 * at a time.
 */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * Tells how many are done; also asks whether to go on.
     *
     * @param total -1 if unknown
     * @throws sc.fiji.ahiq.base.error.CancelledException to stop before the next call
     */
    void update(long done, long total);

    /** Names what is counted from now on, such as {@code pair}. */
    default void step(String name) {}

    /** Tells that the work has not begun, for it waits for something, such as another work. */
    default void waitFor(String what) {}

    /** Tells a sentence that is to be read later, too, such as what was left out. */
    default void note(String sentence) {}

    /** Tells a sentence for those who look closer, such as about the engine. */
    default void detail(String sentence) {}

    /**
     * The progress of the part that follows {@code done} of {@code total} equal ones, which counts steps of its own.
     */
    default Progress part(long done, long total) {
        return (doneInPart, totalInPart) -> {
            long size = Math.max(1, totalInPart);
            update(done * size + Math.min(size, doneInPart), total * size);
        };
    }
}
