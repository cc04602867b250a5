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
import sc.fiji.ahiq.image.file.ImageFiles;

/** Decoded images; those that were not asked for longest give way. Thread safe. */
final class ImageCache {

    private static final float LOAD_FACTOR = 0.75f;

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
        if (image.plane().sizeBytes() > maxBytes) {
            return image;
        }
        ScannedImage known = images.putIfAbsent(file, image);
        if (known != null) {
            return known;
        }
        bytes += image.plane().sizeBytes();
        Iterator<ScannedImage> eldest = images.values().iterator();
        while (bytes > maxBytes) {
            bytes -= eldest.next().plane().sizeBytes();
            eldest.remove();
        }
        return image;
    }

    synchronized long bytes() {
        return bytes;
    }
}
