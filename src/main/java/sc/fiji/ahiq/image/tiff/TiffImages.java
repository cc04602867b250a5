/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.format.PixelLimit;

/**
 * The images (series) of a TIFF file: those of its OME-XML; else of ImageJ's description; else each run of pages of
 * equal size and kind is one, whose pages are slices.
 */
public final class TiffImages {

    private final Path file;
    private final TiffDirectories directories;
    private final List<PageOrder> series;

    private TiffImages(Path file, TiffDirectories directories) throws IOException {
        this.file = file;
        this.directories = directories;
        this.series = series();
    }

    /** @throws IOException if the file's structure is damaged */
    public static TiffImages of(Path file) throws IOException {
        return new TiffImages(file, TiffDirectories.of(file));
    }

    /** Whether ImageJ wrote the file in the plain way that ImageJ's reader understands best. */
    public boolean isPlainImageJ() {
        return isImageJ() && directories.pages().stream().allMatch(TiffImages::isPlain);
    }

    private static boolean isPlain(TiffPage page) {
        return page.coding().compression() == TiffTags.UNCOMPRESSED
                && page.coding().predictor() == 1
                && !page.grid().tiled()
                && page.pixels().format() != TiffTags.SIGNED
                && page.grid().height() * page.rowBytes() < 1L << 26;
    }

    private boolean isImageJ() {
        return directories.description().startsWith("ImageJ=");
    }

    public int count() {
        return series.size();
    }

    /** Pages of a series. */
    public int pages(int index) {
        return series.get(index).count();
    }

    /**
     * @param name how messages call the image
     * @throws ImageException for a kind of TIFF that is not read
     * @throws IOException if the file contradicts itself
     */
    public ImageSource source(int index, String name) throws IOException {
        TiffSeries image = new TiffSeries(name, directories.pages(), series.get(index));
        PixelLimit.requirePlausible(
                file, image.width(), image.height(), file.toFile().length());
        return image;
    }

    private List<PageOrder> series() throws IOException {
        int pages = directories.pages().size();
        if (OmeXml.isOme(directories.description())) {
            return OmeXml.series(directories.description(), pages);
        }
        if (isImageJ()) {
            Properties described = new Properties();
            described.load(new StringReader(directories.description()));
            int channels = size(described, "channels");
            int slices = size(described, "slices");
            int frames = size(described, "frames");
            if ((long) channels * slices * frames == pages) {
                return List.of(PageOrder.ofImageJ(0, channels, slices, frames));
            }
        }
        return runs();
    }

    private static int size(Properties described, String axis) throws IOException {
        try {
            return Math.max(1, (int) Double.parseDouble(described.getProperty(axis, "1")));
        } catch (NumberFormatException e) {
            throw new IOException("ImageJ's description with " + axis + "=" + described.getProperty(axis), e);
        }
    }

    private List<PageOrder> runs() {
        List<PageOrder> runs = new ArrayList<>();
        List<TiffPage> pages = directories.pages();
        int start = 0;
        for (int i = 1; i <= pages.size(); i++) {
            if (i == pages.size() || !pages.get(i).sameKind(pages.get(start))) {
                runs.add(PageOrder.ofImageJ(start, 1, i - start, 1));
                start = i;
            }
        }
        return runs;
    }
}
