/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Image files of every supported kind with known pixels, written by ImageJ's and ImageIO's writers. */
final class MadeFiles {

    static final int WIDTH = 37;
    static final int HEIGHT = 29;

    private final Path folder;
    final ByteProcessor bytes = new ByteProcessor(WIDTH, HEIGHT);
    final ShortProcessor shorts = new ShortProcessor(WIDTH, HEIGHT);
    final FloatProcessor floats = new FloatProcessor(WIDTH, HEIGHT);
    final ColorProcessor colours = new ColorProcessor(WIDTH, HEIGHT);

    MadeFiles(Path folder) {
        this.folder = folder;
        Random random = new Random(42);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int value = random.nextInt(65536);
            bytes.set(i, value >> 8);
            shorts.set(i, value);
            floats.setf(i, value / 7f - 1000);
            colours.set(i, 0xff000000 | random.nextInt(1 << 24));
        }
        shorts.resetMinAndMax();
        floats.resetMinAndMax();
    }

    Path save(String name) throws IOException {
        Path file = folder.resolve(name);
        String path = file.toString();
        switch (name) {
            case "grey8.tif" -> new FileSaver(image(bytes)).saveAsTiff(path);
            case "grey16.tif" -> new FileSaver(image(shorts)).saveAsTiff(path);
            case "grey32.tif" -> new FileSaver(image(floats)).saveAsTiff(path);
            case "rgb.tif" -> new FileSaver(image(colours)).saveAsTiff(path);
            case "green16.tif" -> new FileSaver(image(green16())).saveAsTiff(path);
            case "green8.tif" -> new FileSaver(image(green8())).saveAsTiff(path);
            case "inverting8.tif" -> new FileSaver(image(inverting8())).saveAsTiff(path);
            case "inverting16.tif" -> new FileSaver(image(inverting16())).saveAsTiff(path);
            case "narrowed8.tif" -> new FileSaver(image(narrowed8())).saveAsTiff(path);
            case "indexed.tif" -> new FileSaver(indexed()).saveAsTiff(path);
            case "indexed.png" -> new FileSaver(indexed()).saveAsPng(path);
            case "indexed.gif" -> new FileSaver(indexed()).saveAsGif(path);
            case "indexed.bmp" -> new FileSaver(indexed()).saveAsBmp(path);
            case "composite16.tif" -> new FileSaver(composite(3)).saveAsTiff(path);
            case "twoChannels.tif" -> new FileSaver(composite(2)).saveAsTiff(path);
            case "stack.tif" -> new FileSaver(stack(5)).saveAsTiffStack(path);
            case "stack.gif" -> new FileSaver(stack(4)).saveAsGif(path);
            case "grey8.png" -> new FileSaver(image(bytes)).saveAsPng(path);
            case "grey16.png" -> new FileSaver(image(shorts)).saveAsPng(path);
            case "rgb.png" -> new FileSaver(image(colours)).saveAsPng(path);
            case "grey8.gif" -> new FileSaver(image(bytes)).saveAsGif(path);
            case "grey8.bmp" -> new FileSaver(image(bytes)).saveAsBmp(path);
            case "rgb.bmp" -> new FileSaver(image(colours)).saveAsBmp(path);
            case "rgb.jpg" -> new FileSaver(image(colours)).saveAsJpeg(path);
            case "grey8.jpg" -> ImageIO.write(grey8(), "jpg", file.toFile());
            case "binary.png" -> ImageIO.write(binary(), "png", file.toFile());
            case "rgb16.png" -> ImageIO.write(rgb16(), "png", file.toFile());
            case "cmyk.jpg" -> write(file, "jpeg", null, cmyk());
            default -> write(file, "tiff", name.substring(0, name.indexOf('-')), forCompression(name));
        }
        return file;
    }

    /** A TIFF by ImageIO, named {@code <compression>-<kind>.tif}. */
    private IIOImage forCompression(String name) {
        String kind = name.substring(name.indexOf('-') + 1);
        BufferedImage image =
                switch (kind) {
                    case "grey8.tif" -> grey8();
                    case "grey16.tif" -> grey16();
                    case "rgb.tif" -> rgb8();
                    case "rgb16.tif" -> rgb16();
                    default -> throw new IllegalArgumentException(name);
                };
        return new IIOImage(image, null, null);
    }

    private static void write(Path file, String format, String compression, IIOImage image) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) { // Java's own writes 16-bit RGB
            writer = writers.next();
        }
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, image, param);
        } finally {
            writer.dispose();
        }
    }

    private static ImagePlus image(ImageProcessor processor) {
        return new ImagePlus("sample", processor);
    }

    private ImageProcessor green16() {
        ImageProcessor green = shorts.duplicate();
        green.setLut(LUT.createLutFromColor(Color.GREEN));
        return green;
    }

    private ImageProcessor green8() {
        ImageProcessor green = bytes.duplicate();
        green.setLut(LUT.createLutFromColor(Color.GREEN));
        return green;
    }

    private ImageProcessor inverting8() {
        ImageProcessor inverting = bytes.duplicate();
        inverting.invertLut();
        return inverting;
    }

    private ImageProcessor inverting16() {
        ImageProcessor inverting = shorts.duplicate();
        inverting.invertLut();
        return inverting;
    }

    private ImageProcessor narrowed8() {
        ImageProcessor narrowed = bytes.duplicate();
        narrowed.setMinAndMax(20, 120);
        return narrowed;
    }

    /** A table of random colours, which ImageJ does not take for a false-colour table. */
    static byte[][] table() {
        byte[][] table = new byte[3][256];
        Random random = new Random(7);
        for (byte[] colour : table) {
            random.nextBytes(colour);
        }
        return table;
    }

    private ImagePlus indexed() {
        byte[][] table = table();
        ImageProcessor processor = bytes.duplicate();
        processor.setColorModel(new LUT(table[0], table[1], table[2]));
        ImagePlus image = image(processor);
        image.setTypeToColor256();
        return image;
    }

    /**
     * Channels are {@link #shorts}, and {@link #shorts} plus 1000 times the channel index, with different display
     * ranges.
     */
    private ImagePlus composite(int channels) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int c = 0; c < channels; c++) {
            ImageProcessor plane = shorts.duplicate();
            plane.add(1000 * c);
            stack.addSlice(plane);
        }
        ImagePlus image = new ImagePlus("composite", stack);
        image.setDimensions(channels, 1, 1);
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        for (int c = 1; c <= channels; c++) {
            composite.setC(c);
            composite.setDisplayRange(100 * c, 10000 * c);
        }
        return composite;
    }

    private ImagePlus stack(int slices) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < slices; i++) {
            stack.addSlice(bytes.duplicate());
        }
        return new ImagePlus("stack", stack);
    }

    private BufferedImage grey8() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, bytes.getPixels());
        return image;
    }

    private BufferedImage grey16() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, shorts.getPixels());
        return image;
    }

    private BufferedImage rgb8() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(0, 0, WIDTH, HEIGHT, (int[]) colours.getPixels(), 0, WIDTH);
        return image;
    }

    private static BufferedImage binary() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        image.getRaster().setSample(3, 2, 0, 1);
        return image;
    }

    /** Red is {@link #shorts}, green its complement, blue constant 515. */
    private BufferedImage rgb16() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            raster.setPixel(i % WIDTH, i / WIDTH, new int[] {shorts.get(i), 65535 - shorts.get(i), 515});
        }
        return new BufferedImage(model, raster, false, null);
    }

    /** An 8-bit image of {@code colours} whose opacity is 255 left of the middle and 100 right of it. */
    Path withAlpha(String name, boolean grey) throws IOException {
        ColorSpace space = ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model = new ComponentColorModel(space, true, false, 3, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int alpha = x < WIDTH / 2 ? 255 : 100;
            int colour = colours.get(i);
            int[] pixel = grey
                    ? new int[] {bytes.get(i), alpha}
                    : new int[] {colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff, alpha};
            raster.setPixel(x, i / WIDTH, pixel);
        }
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(model, raster, false, null), "png", file.toFile());
        return file;
    }

    private static IIOImage cmyk() {
        WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        return new IIOImage(raster, null, null);
    }
}
