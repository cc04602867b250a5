/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.Serializable;
import java.util.List;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.image.file.ImageFiles;

/**
 * What results of two files by a run, and no others, are known by.
 *
 * @param run hash of all that decides about its scores
 */
public record PairKeys(String run) implements Serializable {

    /** Hexadecimal digits of a key. */
    public static final int DIGITS = 32;

    /**
     * The key of the images of a pair, which are read for that.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if one cannot be read
     */
    public String of(PlannedPair pair) {
        return of(ImageFiles.contentHash(pair.reference()), ImageFiles.contentHash(pair.distorted()));
    }

    /** The key of two files of these hashes. */
    public String of(String referenceSha256, String distortedSha256) {
        return Sha256.ofTexts(List.of(referenceSha256, distortedSha256, run)).substring(0, DIGITS);
    }
}
