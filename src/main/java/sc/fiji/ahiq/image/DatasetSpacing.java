/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;

/** The scales of the axes of ImageJ2's images, which are straight: {@code axis(d)} calibrates positions. */
final class DatasetSpacing {

    private final RandomAccessibleInterval<?> image;
    private final String axes;

    private DatasetSpacing(RandomAccessibleInterval<?> image, String axes) {
        this.image = image;
        this.axes = axes;
    }

    /**
     * Empty for an image whose axes have no scales.
     *
     * @param axes a letter for each dimension
     */
    static Optional<PixelSpacing> of(RandomAccessibleInterval<?> image, String axes) {
        DatasetSpacing dataset = new DatasetSpacing(image, axes);
        return dataset.at('X', 0).isEmpty() || dataset.at('Y', 0).isEmpty()
                ? Optional.empty()
                : Optional.of(new PixelSpacing(
                        dataset.scale('X'),
                        dataset.scale('Y'),
                        dataset.scale('Z'),
                        dataset.scale('T'),
                        dataset.at('X', 0).get(),
                        dataset.at('Y', 0).get(),
                        dataset.unit('X'),
                        dataset.unit('T')));
    }

    private double scale(char axis) {
        return at(axis, 1)
                .flatMap(next -> at(axis, 0).map(first -> next - first))
                .filter(scale -> scale != 0)
                .orElse(1.0);
    }

    private Optional<Double> at(char axis, double position) {
        return axis(axis)
                .flatMap(found -> Reflected.call(found, "calibratedValue", double.class, position))
                .map(Double.class::cast)
                .filter(Double::isFinite);
    }

    private String unit(char axis) {
        return axis(axis)
                .flatMap(found -> Reflected.call(found, "unit"))
                .map(String.class::cast)
                .orElse("");
    }

    private Optional<Object> axis(char letter) {
        int dimension = axes.indexOf(letter);
        return dimension < 0 ? Optional.empty() : Reflected.call(image, "axis", int.class, dimension);
    }
}
