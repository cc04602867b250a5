/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

/**
 * Where pixels lie in space and time.
 *
 * @param width of a pixel
 * @param height of a pixel
 * @param depth from slice to slice
 * @param interval from frame to frame
 * @param left x of the first pixel
 * @param top y of the first pixel
 * @param unit of these lengths, such as {@code µm}; empty if they are in pixels
 * @param timeUnit of the interval, such as {@code sec}; empty if unknown
 */
public record PixelSpacing(
        double width,
        double height,
        double depth,
        double interval,
        double left,
        double top,
        String unit,
        String timeUnit) {}
