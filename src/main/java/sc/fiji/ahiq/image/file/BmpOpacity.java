/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;

/**
 * The fourth byte of the pixels of 32-bit BMP files. Files whose header does not say what it is hold opacity there as
 * most programs write and read them, unless it is zero everywhere.
 */
final class BmpOpacity {

    private BmpOpacity() {}

    /** The same pixels, with opacity where there is one. */
    static BufferedImage of(BufferedImage image) {
        DataBuffer buffer = image.getRaster().getDataBuffer();
        if (image.getType() != BufferedImage.TYPE_INT_RGB || !(buffer instanceof DataBufferInt packed)) {
            return image;
        }
        int[] pixels = packed.getData();
        int any = 0;
        for (int pixel : pixels) {
            any |= pixel >>> 24;
        }
        if (any == 0) {
            return image;
        }
        BufferedImage withAlpha = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        withAlpha.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
        return withAlpha;
    }
}
