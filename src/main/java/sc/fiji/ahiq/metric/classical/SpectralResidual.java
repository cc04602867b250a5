/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Spectrum;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Saliency from the spectral residual, Hou and Zhang, CVPR 2007, with the settings of SR-SIM: at a quarter of the size,
 * 3 x 3 mean of the log amplitude with a replicated border, a 10 x 10 Gaussian of sigma 3.8 with zeros beyond the
 * border.
 */
final class SpectralResidual {

    private static final double SCALE = 0.25;
    private static final double[] BLUR = Window.gaussian(10, 3.8);

    private SpectralResidual() {}

    /**
     * Saliency at each pixel of the plane, about 0..1; cubic interpolation may overshoot. Zeros if the plane is
     * constant.
     */
    static Plane saliency(Plane plane) {
        if (plane.max() == plane.min()) {
            return Plane.zeros(plane.width(), plane.height());
        }
        Plane small = Resampling.bicubic(plane, SCALE);
        Plane energy = residualEnergy(Spectrum.of(small));
        Plane blurred = LinearFilter.same(energy, BLUR, Border.ZERO);
        return Resampling.bicubic(blurred.stretched(), plane.width(), plane.height());
    }

    /** Energy of the image whose spectrum has the same phase, and the log amplitude less its local mean. */
    private static Plane residualEnergy(Spectrum spectrum) {
        Plane logAmplitude = spectrum.magnitude().map(a -> Math.log(a + Math.ulp(1.0)));
        Plane mean = LinearFilter.same(logAmplitude, Window.box(3), Border.REPLICATE);
        Plane gain = logAmplitude.zip(mean, (log, local) -> Math.exp(-local));
        return spectrum.response(gain).magnitude().squared();
    }
}
