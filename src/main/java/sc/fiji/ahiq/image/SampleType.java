/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.base.error.ImageException;

/** Type of one sample (one channel of one pixel). An RGB image of three 8-bit channels is {@link #UINT8}. */
public enum SampleType {
    UINT8("8-bit", 255),
    UINT16("16-bit", 65535),
    FLOAT32("32-bit float", 1);

    private final String label;
    private final double fullScale;

    SampleType(String label, double fullScale) {
        this.label = label;
        this.fullScale = fullScale;
    }

    /** As ImageJ's menus call it, such as {@code 8-bit}. */
    public String label() {
        return label;
    }

    /** The full range of this type is 0 to this value: 255, 65535, and by convention 1 for float. */
    public double fullScale() {
        return fullScale;
    }

    /** An array of samples as pixels store them. */
    Object array(int length) {
        return switch (this) {
            case UINT8 -> new byte[length];
            case UINT16 -> new short[length];
            case FLOAT32 -> new float[length];
        };
    }

    /** Copies values of an {@link #array} from an index on, as many as {@code target} takes. */
    void widen(Object samples, int from, double[] target) {
        switch (this) {
            case UINT8 -> widen((byte[]) samples, from, target);
            case UINT16 -> widen((short[]) samples, from, target);
            case FLOAT32 -> widen((float[]) samples, from, target);
        }
    }

    private static void widen(byte[] samples, int from, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = samples[from + i] & 0xff;
        }
    }

    private static void widen(short[] samples, int from, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = samples[from + i] & 0xffff;
        }
    }

    private static void widen(float[] samples, int from, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = samples[from + i];
        }
    }

    static SampleType of(Type<?> pixel, String imageName) {
        if (pixel instanceof UnsignedByteType) {
            return UINT8;
        }
        if (pixel instanceof UnsignedShortType) {
            return UINT16;
        }
        if (pixel instanceof FloatType) {
            return FLOAT32;
        }
        throw new ImageException("Expected 8-bit, 16-bit (both unsigned) or 32-bit float pixels, but " + imageName
                + " has " + pixel.getClass().getSimpleName() + ". Convert it, for example with Image > Type > 32-bit.");
    }
}
