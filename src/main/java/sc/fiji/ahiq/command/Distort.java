/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.synthesis.distortion.DistortionLevel;

/**
 * Distorts an 8-bit or RGB image of a single plane; several types or levels make a stack, whose slices are labelled by
 * type and level. Of all types, those that distort colours are left out for a grey image. Throws
 * {@link sc.fiji.ahiq.base.error.AhiqException} for values that are not among the choices, or an image that does not
 * fit.
 */
@Plugin(
        type = Command.class,
        label = "AHIQ Distort...",
        description = "Distorts an open image or a file; several types or levels make a stack.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class Distort extends AhiqCommand {

    private static final String ALL = "all";

    @Parameter(
            label = "Image",
            description = "the image to distort, 8-bit or RGB: ID, title or path",
            persist = false,
            autoFill = false)
    private ImageSource image;

    @Parameter(
            label = "Type",
            description = "of distortion; all: a stack of all types",
            choices = {
                "gaussian-blur",
                "lens-blur",
                "motion-blur",
                "colour-diffusion",
                "colour-shift",
                "colour-quantisation",
                "colour-saturation-1",
                "colour-saturation-2",
                "jpeg2000",
                "jpeg",
                "white-noise",
                "colour-noise",
                "impulse-noise",
                "multiplicative-noise",
                "denoising",
                "brighten",
                "darken",
                "mean-shift",
                "jitter",
                "non-eccentricity-patch",
                "pixelate",
                "quantisation",
                "colour-block",
                "high-sharpen",
                "contrast-change",
                "super-resolution-bilinear",
                "super-resolution-bicubic",
                "super-resolution-lanczos",
                "super-resolution-sharpened",
                "aliasing",
                "checkerboard",
                "denoising-bilateral",
                "denoising-median",
                "denoising-nonlocal",
                "denoising-wavelet",
                "deconvolution-ringing",
                "shot-noise",
                "camera-noise",
                "all"
            },
            persist = false,
            required = false)
    private String type = "jpeg";

    @Parameter(
            label = "Level",
            description = "1: weakest; all: a stack of the five",
            choices = {"1", "2", "3", "4", "5", ALL},
            persist = false,
            required = false)
    private String level = "3";

    @Parameter(label = "Seed", description = "of noise, places and directions", persist = false, required = false)
    private long seed = 1;

    @Parameter(label = "Distorted", type = ItemIO.OUTPUT)
    private ImagePlus distorted;

    @Override
    protected void execute() {
        List<DistortionLevel> levels = DistortionLevel.parse(type, level);
        PlanarImage reference = pixels();
        ImageStack stack = new ImageStack(reference.width(), reference.height());
        progress().step("image");
        for (int i = 0; i < levels.size(); i++) {
            progress().update(i, levels.size());
            DistortionLevel one = levels.get(i);
            if (one.suits(reference) || !type.equals(ALL)) {
                stack.addSlice(one.toString(), processor(one.apply(reference, seed)));
            }
        }
        distorted = new ImagePlus(fileName() + "_" + (levels.size() == 1 ? levels.get(0) : type), stack);
        if (image instanceof ImagePlusSource source) {
            distorted.setCalibration(source.image().getCalibration());
        }
    }

    /** Of an image that is a file, which is called by its path, without the folders. */
    private String fileName() {
        String name = image.name();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private PlanarImage pixels() {
        if (image.slices() > 1 || image.frames() > 1) {
            throw new ImageException("Expected a single plane, but image=" + image.name() + " has " + image.slices()
                    + " slices and " + image.frames() + " frames. Duplicate one plane.");
        }
        return PlanarImage.ofEightBits(image.plane(1, 1));
    }

    private static ImageProcessor processor(PlanarImage pixels) {
        List<byte[]> planes = pixels.toBytes();
        if (planes.size() == 1) {
            return new ByteProcessor(pixels.width(), pixels.height(), planes.get(0));
        }
        ColorProcessor colour = new ColorProcessor(pixels.width(), pixels.height());
        colour.setRGB(planes.get(0), planes.get(1), planes.get(2));
        return colour;
    }
}
