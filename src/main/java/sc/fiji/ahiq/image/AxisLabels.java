/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.lang.reflect.Method;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * The axes of ImageJ2's images. Its classes come with Fiji, not from Maven Central, so
 * {@code axis(d).type().getLabel()} is called by reflection.
 */
final class AxisLabels {

    private static final Map<String, String> LETTERS =
            Map.of("X", "X", "Y", "Y", "Z", "Z", "Channel", "C", "Time", "T");

    private AxisLabels() {}

    /**
     * A letter of {@code XYCZT} for each dimension; empty for an image without named axes.
     *
     * @throws ImageException for another axis
     */
    static String of(String imageName, RandomAccessibleInterval<?> image) {
        StringBuilder letters = new StringBuilder();
        try {
            Method axis = image.getClass().getMethod("axis", int.class);
            for (int d = 0; d < image.numDimensions(); d++) {
                letters.append(letter(imageName, label(axis.invoke(image, d))));
            }
        } catch (NoSuchMethodException e) {
            return "";
        } catch (ReflectiveOperationException e) {
            throw new ImageException(
                    "The axes of " + imageName + " cannot be read (" + e + "). Give it with axes, by ImageSource.of.",
                    e);
        }
        return letters.toString();
    }

    private static String label(Object axis) throws ReflectiveOperationException {
        Object type = axis.getClass().getMethod("type").invoke(axis);
        return (String) type.getClass().getMethod("getLabel").invoke(type);
    }

    private static String letter(String imageName, String label) {
        String letter = LETTERS.get(label);
        if (letter == null) {
            throw new ImageException("Expected the axes X, Y, Channel, Z and Time, but " + imageName + " has the axis "
                    + label + ". Choose one position along it first.");
        }
        return letter;
    }
}
