/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.Map;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.inference.GeneratedWeights;

/** The weights of LPIPS (AlexNet) in the shift-tolerant network, which has layers of the same shapes. */
final class ShiftTolerantWeights {

    private ShiftTolerantWeights() {}

    private static final Map<String, String> LAYERS = Map.of(
            "net.slice1.0", "features.0",
            "net.slice2.5", "features.3",
            "net.slice3.9", "features.6",
            "net.slice4.11", "features.8",
            "net.slice5.13", "features.10");

    private static String nameInLpips(String name) {
        int kind = name.lastIndexOf('.');
        return LAYERS.getOrDefault(name.substring(0, kind), name.substring(0, kind)) + name.substring(kind);
    }

    static GeneratedModel model() {
        return new GeneratedModel(
                GeneratedModel.card("st_lpips_alex", new MetricDesign(MetricKind.ST_LPIPS_ALEX)),
                GeneratedWeights.of("lpips_alex"),
                ShiftTolerantWeights::nameInLpips);
    }
}
