/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;

/** A {@link ImagePlane} as a source of one plane. */
record SinglePlane(ImagePlane image) implements ImageSource {

    @Override
    public String name() {
        return image.name();
    }

    @Override
    public long width() {
        return image.width();
    }

    @Override
    public long height() {
        return image.height();
    }

    @Override
    public int channels() {
        return image.channels().size();
    }

    @Override
    public int slices() {
        return 1;
    }

    @Override
    public int frames() {
        return 1;
    }

    @Override
    public ImagePlane plane(int slice, int frame) {
        return image;
    }

    @Override
    public ImagePlane channel(int channel, int slice, int frame) {
        return image.channel(channel);
    }

    @Override
    public List<String> notes() {
        return image.notes();
    }
}
