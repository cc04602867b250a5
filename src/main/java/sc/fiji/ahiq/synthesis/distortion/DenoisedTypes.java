/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * What denoisers make of normal noise of a standard deviation: seven methods at three noises. Levels are strengths,
 * from a method that leaves most of the noise to one that takes the structure with it; which of them is best depends on
 * the picture.
 */
final class DenoisedTypes {

    private static final double SIGMA_PER_PIXEL = 8;

    static final List<Distortion> ALL = all();

    private DenoisedTypes() {}

    private static List<Distortion> all() {
        Map<String, Denoising> methods = new LinkedHashMap<>();
        methods.put("mean", DenoisedTypes::mean);
        methods.put("median", MedianFilter::denoised);
        methods.put("bilateral", BilateralFilter::denoised);
        methods.put("wavelet", WaveletShrinkage::denoised);
        methods.put("nonlocal", NonLocalMeans::denoised);
        methods.put("variation", TotalVariation::denoised);
        List<Distortion> types = new ArrayList<>();
        for (int sigma : new int[] {10, 20, 40}) {
            methods.forEach((name, method) ->
                    types.add(type(name, sigma, (noisy, strength) -> method.denoised(noisy, strength * sigma))));
            types.add(type("blend", sigma, (noisy, strength) -> blend(noisy, strength, sigma)));
        }
        return List.copyOf(types);
    }

    private static Distortion type(String method, int sigma, Denoising byStrength) {
        return Distortion.of(
                "denoised-" + method + "-" + sigma,
                DistortionGroup.DENOISED,
                "normal noise, standard deviation " + sigma + " of 255, treated for 0.5 to 4 times as much",
                (planes, strength, random) ->
                        byStrength.denoised(Distortion.rounded(Noise.additive(planes, sigma, random)), strength),
                new double[] {0.5, 1, 1.5, 2.5, 4});
    }

    private static List<Plane> mean(List<Plane> planes, double sigma) {
        int radius = (int) Math.max(1, Math.rint(sigma / SIGMA_PER_PIXEL));
        double[] window = Window.box(2 * radius + 1);
        return planes.stream()
                .map(plane -> LinearFilter.same(plane, window, Border.SYMMETRIC))
                .toList();
    }

    /** Of the noisy picture and its non-local means. */
    private static List<Plane> blend(List<Plane> noisy, double strength, double sigma) {
        double share = strength / (1 + strength);
        List<Plane> means = NonLocalMeans.denoised(noisy, sigma);
        List<Plane> blended = new ArrayList<>();
        for (int p = 0; p < noisy.size(); p++) {
            blended.add(noisy.get(p).zip(means.get(p), (n, m) -> n + share * (m - n)));
        }
        return blended;
    }
}
