/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.IOException;
import java.util.concurrent.Callable;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;

/** The pages of a TIFF file, decoded when they are asked for. Pages without ImageJ's description of them are slices. */
final class TiffStack implements ImageSource {

    private static final int RGB = 3;

    private final TiffFile file;
    private final ImagePlane first;
    private final int channelPages;
    private final int slices;
    private final int frames;

    TiffStack(TiffFile file) throws IOException {
        this.file = file;
        this.first = file.page(0);
        int[] sizes = {size("channels"), size("slices"), size("frames")};
        boolean described = (long) sizes[0] * sizes[1] * sizes[2] == file.pages();
        this.channelPages = described ? sizes[0] : 1;
        this.slices = described ? sizes[1] : file.pages();
        this.frames = described ? sizes[2] : 1;
    }

    private int size(String axis) {
        return Math.max(1, (int) file.number(axis));
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public long width() {
        return first.width();
    }

    @Override
    public long height() {
        return first.height();
    }

    @Override
    public int channels() {
        return channelPages == 1 ? first.channels().size() : channelPages;
    }

    @Override
    public int slices() {
        return slices;
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public ImagePlane plane(int slice, int frame) {
        return decode(() -> channelPages == RGB ? file.rgb(index(1, slice, frame)) : file.page(index(1, slice, frame)));
    }

    @Override
    public ImagePlane channel(int channel, int slice, int frame) {
        return decode(() -> channelPages == 1
                ? file.page(index(1, slice, frame)).channel(channel)
                : file.page(index(channel, slice, frame)));
    }

    private ImagePlane decode(Callable<ImagePlane> decoding) {
        return TiffSources.decode(file.file(), decoding);
    }

    private int index(int channel, int slice, int frame) {
        return channel - 1 + channelPages * (slice - 1 + slices * (frame - 1));
    }
}
