/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;

/** All distortions, by name. */
public final class Distortions {

    private static final List<Distortion> ALL = Stream.concat(KadidTypes.ALL.stream(), RestorationTypes.ALL.stream())
            .toList();

    private Distortions() {}

    /** All whose levels are an order of quality, the 25 types of KADID-10k first. */
    public static List<Distortion> all() {
        return ALL;
    }

    /** The 25 types of KADID-10k in its order: the first is its type 1. */
    public static List<Distortion> kadid() {
        return KadidTypes.ALL;
    }

    /** Pictures with noise, denoised too little to too much; levels are strengths, which are no order of quality. */
    public static List<Distortion> denoised() {
        return DenoisedTypes.ALL;
    }

    /** @throws UsageException if there is none of this name; the message lists those there are */
    public static Distortion named(String name) {
        return Stream.concat(ALL.stream(), DenoisedTypes.ALL.stream())
                .filter(distortion -> distortion.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown distortion '" + name + "': expected "
                        + ALL.stream().map(Distortion::name).collect(Collectors.joining(", ")) + "."));
    }
}
