/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.ImageReader;
import ij.io.RandomAccessStream;
import ij.io.TiffDecoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusPlanes;

/**
 * TIFF that ImageJ wrote, through ImageJ's decoder, so that a file gives the same image as in ImageJ, but without its
 * opener: that one shows dialogs, logs, and accepts truncated files. The structure is checked before ImageJ decodes any
 * pixel.
 */
final class TiffFile {

    private static final int RGB = 3;

    private final Path file;
    private final List<FileInfo> pages;
    private final Properties description;

    private TiffFile(Path file, List<FileInfo> pages) {
        this.file = file;
        this.pages = pages;
        FileInfo first = pages.get(0);
        Properties stored = new FileOpener(first).decodeDescriptionString(first);
        this.description = stored == null ? new Properties() : stored;
    }

    static ImagePlane read(Path file) throws IOException {
        return new TiffFile(file, decodePages(file)).toSource();
    }

    /** The file as a stack, or as a single image where {@link #read} takes it for one. */
    static ImageSource source(Path file) throws IOException {
        TiffFile tiff = new TiffFile(file, decodePages(file));
        return tiff.isSingleImage() ? ImageSource.of(tiff.toSource()) : new TiffStack(tiff);
    }

    private static List<FileInfo> decodePages(Path file) throws IOException {
        FileInfo[] all = new TiffDecoder(
                        file.toAbsolutePath().getParent().toString(),
                        file.getFileName().toString())
                .getTiffInfo();
        if (all == null) {
            throw new IOException("no image directory");
        }
        return all.length == 1 ? contiguousPages(all[0]) : List.of(all);
    }

    /** ImageJ may describe a stack by its first page and a count; then the others follow directly. */
    private static List<FileInfo> contiguousPages(FileInfo first) {
        List<FileInfo> pages = new ArrayList<>();
        long pageBytes = TiffStrips.pixelBytes(first);
        for (int i = 0; i < Math.max(1, first.nImages); i++) {
            FileInfo page = (FileInfo) first.clone();
            page.longOffset = first.getOffset() + i * (pageBytes + first.getGap());
            if (i > 0) {
                page.stripOffsets = null;
                page.stripLengths = null;
            }
            pages.add(page);
        }
        return pages;
    }

    private ImagePlane toSource() throws IOException {
        String name = file.toString();
        int channels = (int) number("channels");
        if (!isSingleImage()) {
            throw TiffSources.severalPages(name, pages.size(), channels);
        }
        return ImagePlusPlanes.of(pages.size() == RGB ? composite(0) : single(pages.get(0)), name);
    }

    private boolean isSingleImage() {
        return pages.size() == 1 || pages.size() == RGB && number("channels") == RGB;
    }

    Path file() {
        return file;
    }

    int pages() {
        return pages.size();
    }

    /** A page by itself, from 0. */
    ImagePlane page(int index) throws IOException {
        return ImagePlusPlanes.of(single(pages.get(index)), file.toString());
    }

    /** Three pages as red, green and blue. */
    ImagePlane rgb(int firstPage) throws IOException {
        return ImagePlusPlanes.of(composite(firstPage), file.toString());
    }

    private ImagePlus single(FileInfo page) throws IOException {
        Object pixels = readPixels(page);
        if (pixels instanceof Object[] planes) {
            ImageStack stack = new ImageStack(page.width, page.height);
            for (int c = 0; c < RGB; c++) {
                stack.addSlice(null, planes[c]);
            }
            CompositeImage image = asChannels(stack);
            if (page.displayRanges == null) {
                image.resetDisplayRanges();
            }
            return image;
        }
        ImageProcessor processor = processor(page, pixels);
        if (number("min") != 0 || number("max") != 0) {
            processor.setMinAndMax(number("min"), number("max"));
        }
        ImagePlus image = new ImagePlus(file.toString(), processor);
        if ("true".equals(description.getProperty("8bitcolor"))) {
            image.setTypeToColor256();
        }
        return image;
    }

    private ImagePlus composite(int firstPage) throws IOException {
        ImageStack stack = new ImageStack(pages.get(0).width, pages.get(0).height);
        for (FileInfo page : pages.subList(firstPage, firstPage + RGB)) {
            stack.addSlice(null, readPixels(page));
        }
        return asChannels(stack);
    }

    private CompositeImage asChannels(ImageStack stack) {
        ImagePlus image = new ImagePlus(file.toString(), stack);
        image.setDimensions(RGB, 1, 1);
        image.setFileInfo(pages.get(0)); // where CompositeImage takes the display ranges from
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static ImageProcessor processor(FileInfo page, Object pixels) {
        ColorModel colours = new FileOpener(page).createColorModel(page);
        if (pixels instanceof byte[] bytes) {
            return new ByteProcessor(page.width, page.height, bytes, colours);
        }
        if (pixels instanceof short[] shorts) {
            return new ShortProcessor(page.width, page.height, shorts, colours);
        }
        if (pixels instanceof float[] floats) {
            return new FloatProcessor(page.width, page.height, floats, colours);
        }
        return new ColorProcessor(page.width, page.height, (int[]) pixels);
    }

    private Object readPixels(FileInfo page) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            TiffStrips.check(page, bytes);
            bytes.seek(0);
            Object pixels = new ImageReader(page).readPixels(new RandomAccessStream(bytes));
            if (pixels == null) {
                throw new IOException("ImageJ cannot decode its pixels");
            }
            return pixels;
        }
    }

    /** An entry of ImageJ's description, or 0. */
    double number(String key) {
        return Double.parseDouble(description.getProperty(key, "0"));
    }
}
