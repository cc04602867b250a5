/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.file.ImageFiles;

/** Decoded images; those that were not asked for longest give way. Thread safe. */
final class ImageCache {

    private static final float LOAD_FACTOR = 0.75f;
    private static final int PACKED_RGB_BYTES = 4;

    private final long maxBytes;
    private final Function<Path, ImagePlane> decoder;
    private final Map<Path, ScannedImage> images = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private long bytes;

    ImageCache(long maxBytes) {
        this(maxBytes, ImageFiles::open);
    }

    ImageCache(long maxBytes, Function<Path, ImagePlane> decoder) {
        this.maxBytes = maxBytes;
        this.decoder = decoder;
    }

    /** @throws sc.fiji.ahiq.base.error.ImageException if it cannot be decoded */
    ScannedImage get(Path file) {
        synchronized (this) {
            ScannedImage known = images.get(file);
            if (known != null) {
                return known;
            }
        }
        return add(file, new ScannedImage(decoder.apply(file)));
    }

    /** The image of that file that is in the cache then, if any; else this one. */
    private synchronized ScannedImage add(Path file, ScannedImage image) {
        if (sizeBytes(image.plane()) > maxBytes) {
            return image;
        }
        ScannedImage known = images.putIfAbsent(file, image);
        if (known != null) {
            return known;
        }
        bytes += sizeBytes(image.plane());
        Iterator<ScannedImage> eldest = images.values().iterator();
        while (bytes > maxBytes) {
            bytes -= sizeBytes(eldest.next().plane());
            eldest.remove();
        }
        return image;
    }

    synchronized long bytes() {
        return bytes;
    }

    private static long sizeBytes(ImagePlane image) {
        int channels = image.channels().size();
        int perPixel = image.sampleType() == SampleType.UINT8
                ? channels == 1 ? 1 : PACKED_RGB_BYTES
                : channels * (image.sampleType() == SampleType.UINT16 ? Short.BYTES : Float.BYTES);
        return image.width() * image.height() * perPixel;
    }
}
