/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * How a list of pairs is scored.
 *
 * @param scoring of each pair
 * @param shard the part of the list to score
 * @param resume whether to go on with a results file that is there; it is refused otherwise
 * @param maps folder for maps of every pair, made if need be; empty for none
 */
public record BatchOptions(ScoringOptions scoring, Shard shard, boolean resume, boolean force, Optional<Path> maps) {

    /** The whole list into a new file, without maps. */
    public static BatchOptions of(ScoringOptions scoring) {
        return new BatchOptions(scoring, Shard.WHOLE, false, false, Optional.empty());
    }

    public BatchOptions withShard(Shard part) {
        return new BatchOptions(scoring, part, resume, force, maps);
    }

    /** Goes on with the results file if it is there. */
    public BatchOptions resuming() {
        return new BatchOptions(scoring, shard, true, force, maps);
    }

    /** Replaces results and maps that are there, but no image of the list. */
    public BatchOptions replacing() {
        return new BatchOptions(scoring, shard, resume, true, maps);
    }

    public BatchOptions withMaps(Path folder) {
        return new BatchOptions(scoring.withMaps(true), shard, resume, force, Optional.of(folder));
    }
}
