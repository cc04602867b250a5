/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.ahiq.scoring.RunInfo;

/** Where the pairs of a batch are scored. */
public interface ScoringSite extends AutoCloseable {

    /** What all rows have in common. */
    RunInfo info();

    /** Sentences on options that some metric does not follow. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * The place for maps that the user named, made if need be.
     *
     * @throws sc.fiji.ahiq.base.error.UsageException if it cannot be made or is not writable
     */
    default MapPlace maps(Path folder) {
        return LocalMaps.make(folder);
    }

    /**
     * Scores pairs.
     *
     * @param outcomes receives that of each pair once, in any order, on the calling thread
     * @throws sc.fiji.ahiq.base.error.AhiqException if scoring failed for a reason that is not of a pair alone, or was
     *     cancelled; outcomes of pairs that were finished by then need not have been received
     */
    void score(BatchWork work, Consumer<PairOutcome> outcomes);

    /** How many crops of references went through networks. */
    long encodedReferenceCrops();

    /** Frees what was opened. */
    @Override
    void close();
}
