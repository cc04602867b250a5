/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.ij1;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.LUT;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ChannelColours;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.Region;

/**
 * An {@link ImagePlus} of any dimensions. Pixel values are those of {@link ImagePlusPlanes}; a plane of a virtual stack
 * is read when it is asked for.
 */
public final class ImagePlusSource implements ImageSource {

    private static final int RGB = 3;

    private final ImagePlus image;

    /** @throws ImageException for an RGB stack whose planes are called channels */
    public ImagePlusSource(ImagePlus image) {
        if (image.getBitDepth() == 24 && image.getNChannels() > 1) {
            throw new ImageException("Expected an RGB image whose planes are slices or frames, but " + image.getTitle()
                    + " has " + image.getNChannels() + " RGB channels. Correct it with Image > Properties.");
        }
        this.image = image;
    }

    public ImagePlus image() {
        return image;
    }

    @Override
    public String name() {
        return image.getTitle();
    }

    @Override
    public long width() {
        return image.getWidth();
    }

    @Override
    public long height() {
        return image.getHeight();
    }

    @Override
    public int channels() {
        return image.getNChannels() > 1 ? image.getNChannels() : isColour() ? RGB : 1;
    }

    private boolean isColour() {
        return image.getBitDepth() == 24
                || image.getBitDepth() == 8 && plane(1, 1).channels().size() == RGB;
    }

    @Override
    public int slices() {
        return image.getNSlices();
    }

    @Override
    public int frames() {
        return image.getNFrames();
    }

    @Override
    public ImagePlane plane(int slice, int frame) {
        return ImagePlusPlanes.of(image, slice, frame, name());
    }

    @Override
    public ImagePlane channel(int channel, int slice, int frame) {
        return ImagePlusPlanes.channel(image, channel, slice, frame, name());
    }

    @Override
    public Optional<ChannelColours> colours() {
        if (!image.isComposite()) {
            return Optional.empty();
        }
        List<ChannelColours.Channel> channels = new ArrayList<>();
        for (LUT lut : image.getLuts()) {
            byte[][] table = new byte[RGB][256];
            lut.getReds(table[0]);
            lut.getGreens(table[1]);
            lut.getBlues(table[2]);
            channels.add(new ChannelColours.Channel(table, lut.min, lut.max));
        }
        return Optional.of(new ChannelColours(channels));
    }

    /** Selected points and lines select no area, and count as no selection. */
    @Override
    public Optional<Region> selection() {
        Roi roi = image.getRoi();
        if (roi == null || !roi.isArea()) {
            return Optional.empty();
        }
        if (roi.getType() != Roi.RECTANGLE || roi.getCornerDiameter() > 0) {
            throw new ImageException("Expected a rectangular selection or none, but " + name() + " has one of type "
                    + roi.getTypeAsString() + ". Use Edit > Selection > To Bounding Box, or Select None.");
        }
        Rectangle bounds = roi.getBounds().intersection(new Rectangle(image.getWidth(), image.getHeight()));
        if (bounds.isEmpty()) {
            throw new ImageException("Expected a selection with pixels, but that of " + name()
                    + " lies outside the image. Use Edit > Selection > Select None.");
        }
        return Optional.of(new Region(bounds.x, bounds.y, bounds.width, bounds.height));
    }
}
