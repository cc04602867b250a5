/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.format.BlockImages;
import sc.fiji.ahiq.image.format.FileProblem;
import sc.fiji.ahiq.image.format.Opacity;

/**
 * Pages of equal size and kind as an image of channels, slices and frames. Pages are decoded when they are asked for,
 * large ones block by block.
 */
final class TiffSeries implements ImageSource {

    private final String name;
    private final List<TiffPage> pages;
    private final PageOrder order;
    private final SampleReading reading;
    private final TiffPage first;

    /**
     * @param pages of the whole file
     * @throws ImageException for a kind of page that is not read
     * @throws IOException if pages are missing, or those of the series differ
     */
    TiffSeries(String name, List<TiffPage> pages, PageOrder order) throws IOException {
        this.name = name;
        this.pages = pages;
        this.order = order;
        for (int index : order.pages()) {
            if (index < 0) {
                throw new IOException("planes that no page holds");
            }
            if (!pages.get(index).sameKind(pages.get(order.pages()[0]))) {
                throw new IOException("pages of different sizes or kinds in one image");
            }
        }
        this.first = pages.get(order.pages()[0]);
        this.reading = TiffTable.reading(first);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long width() {
        return first.grid().width();
    }

    @Override
    public long height() {
        return first.grid().height();
    }

    @Override
    public int channels() {
        return order.channels() * pageChannels();
    }

    /** Of one page; a palette has one or three. */
    private int pageChannels() {
        if (first.pixels().photometric() != TiffTags.PALETTE) {
            return first.pixels().channels();
        }
        byte[][] table = Palette.table(first.pixels());
        return Palette.isGrey(table) ? 1 : 3;
    }

    @Override
    public int slices() {
        return order.slices();
    }

    @Override
    public int frames() {
        return order.frames();
    }

    /** Planes of this image: channels, slices and frames. */
    int planes() {
        return order.count();
    }

    @Override
    public ImagePlane plane(int slice, int frame) {
        List<RandomAccessibleInterval<? extends RealType<?>>> channels = new ArrayList<>();
        for (int c = 1; c <= order.channels(); c++) {
            channels.addAll(page(c, slice, frame));
        }
        return ImagePlane.of(name, channels).withNotes(notes());
    }

    @Override
    public ImagePlane channel(int channel, int slice, int frame) {
        int perPage = pageChannels();
        return ImagePlane.grey(
                name, page((channel - 1) / perPage + 1, slice, frame).get((channel - 1) % perPage));
    }

    @Override
    public List<String> notes() {
        Set<String> notes = new LinkedHashSet<>();
        PixelKind kind = first.pixels();
        if (kind.hasAlpha()) {
            notes.add(Opacity.NOTE);
        }
        if (kind.photometric() == TiffTags.PALETTE) {
            notes.add("palette looked up");
        }
        if (reading == SampleReading.SIGNED8) {
            notes.add("signed 8-bit samples, 128 added");
        }
        if (kind.colourProfile()) {
            notes.add("colour profile ignored");
        }
        if (kind.orientation() > 1) {
            notes.add("orientation " + kind.orientation() + " ignored");
        }
        return List.copyOf(notes);
    }

    private List<RandomAccessibleInterval<? extends RealType<?>>> page(int channel, int slice, int frame) {
        TiffPage page = pages.get(order.page(channel, slice, frame));
        BlockGrid grid = page.grid();
        BlockImages images = new BlockImages(
                grid.width(),
                grid.height(),
                Math.min(grid.blockWidth(), grid.width()),
                Math.min(grid.blockHeight(), grid.height()),
                samples(page).type(),
                page.pixels().channels(),
                new BlockSamples(page, samples(page)));
        return page.pixels().photometric() == TiffTags.PALETTE
                ? lookedUp(page, images.planes().get(0))
                : images.planes();
    }

    /** Pages of a series have the same samples, and may be stored in different ways. */
    private SampleReading samples(TiffPage page) {
        try {
            return TiffTable.reading(page);
        } catch (IOException e) {
            throw FileProblem.damaged(page.file(), FileProblem.reason(e), e);
        }
    }

    @SuppressWarnings("unchecked") // palettes belong to 8-bit samples, as was checked
    private List<RandomAccessibleInterval<? extends RealType<?>>> lookedUp(
            TiffPage page, RandomAccessibleInterval<? extends RealType<?>> indices) {
        return ImagePlane.indexed(
                        name, (RandomAccessibleInterval<UnsignedByteType>) indices, Palette.table(page.pixels()))
                .channels();
    }

    SampleType sampleType() {
        return reading.type();
    }
}
