/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.util.List;
import sc.fiji.ahiq.scoring.pairs.MissingFiles;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * A published set of rated images, as found in a folder. Immutable.
 *
 * @param description what it is
 * @param pairs all that are labelled, whether or not their images are there, see {@link MissingFiles}; or, of a set
 *     without labels, all images
 * @param notes sentences for the user about what differs from the published set; empty if nothing does
 */
public record Dataset(DatasetDescription description, List<RatedPair> pairs, List<String> notes) {

    public Dataset {
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /** The images that labels name and that are not there. */
    public MissingFiles missingFiles() {
        return MissingFiles.of(pairs);
    }

    /** How many different references the pairs have. */
    public int referenceCount() {
        return (int) pairs.stream().map(RatedPair::reference).distinct().count();
    }
}
