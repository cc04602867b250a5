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
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.file.ImageFiles;

/** Decoded images; those that were not asked for longest give way. Thread safe. */
final class ImageCache {

    private static final float LOAD_FACTOR = 0.75f;
    private static final int PACKED_RGB_BYTES = 4;

    private final long maxBytes;
    private final Map<Path, ImagePlane> images = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private long bytes;

    ImageCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @throws sc.fiji.ahiq.base.error.ImageException if it cannot be decoded */
    ImagePlane get(Path file) {
        synchronized (this) {
            ImagePlane known = images.get(file);
            if (known != null) {
                return known;
            }
        }
        ImagePlane decoded = ImageFiles.open(file);
        add(file, decoded);
        return decoded;
    }

    private synchronized void add(Path file, ImagePlane image) {
        if (sizeBytes(image) > maxBytes || images.putIfAbsent(file, image) != null) {
            return;
        }
        bytes += sizeBytes(image);
        Iterator<ImagePlane> eldest = images.values().iterator();
        while (bytes > maxBytes) {
            bytes -= sizeBytes(eldest.next());
            eldest.remove();
        }
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
