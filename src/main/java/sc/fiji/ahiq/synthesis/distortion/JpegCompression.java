/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;

/**
 * An image after JPEG compression and decompression, calculated without a file: luma and, at half the resolution and
 * interpolated linearly, colour differences, as the libjpeg library does by default. Its pixels agree with that
 * library's up to rounding; unlike them they are the same with every Java.
 */
final class JpegCompression {

    private JpegCompression() {}

    /** @param quality 1 to 100, as libjpeg counts */
    static List<Plane> compressed(List<Plane> planes, double quality, Random random) {
        JpegBlocks luminance = JpegBlocks.luminance((int) quality);
        if (planes.size() == 1) {
            return List.of(luminance.compress(planes.get(0)));
        }
        JpegBlocks chrominance = JpegBlocks.chrominance((int) quality);
        YCbCr colours = YCbCr.of(planes);
        List<Plane> rounded = Distortion.rounded(List.of(colours.y(), colours.cb(), colours.cr()));
        return new YCbCr(
                        luminance.compress(rounded.get(0)),
                        halved(rounded.get(1), chrominance),
                        halved(rounded.get(2), chrominance))
                .rgb();
    }

    private static Plane halved(Plane plane, JpegBlocks blocks) {
        Plane even = LinearFilter.padded(plane, 0, 0, plane.width() % 2, plane.height() % 2, Border.REPLICATE);
        Plane half = blocks.compress(Resampling.blockMeans(even, 2).map(Math::rint));
        return Resampling.bilinear(half, even.width(), even.height()).crop(0, 0, plane.width(), plane.height());
    }
}
