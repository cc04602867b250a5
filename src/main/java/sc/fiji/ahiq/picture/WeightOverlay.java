/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.util.List;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.PlaneScore;

/**
 * Patch weights drawn over the distorted image, on the fixed scale 0..1, each plane over its own. Takes one byte per
 * pixel (four where crops do not cover all pixels), and is kept by Image &gt; Overlay &gt; Flatten and by saving as
 * TIFF.
 */
public final class WeightOverlay {

    private static final String WEIGHTS = "AHIQ weights";
    private static final String OUTLINE = "AHIQ crop";
    private static final int DARKEST = 0x030303; // ImageJ takes black for transparent
    private static final float MAX = 255;

    private final double opacity;
    private final boolean outlines;
    private final MapColours colours;

    /**
     * @param opacity 0 (invisible) to 1
     * @param outlines whether to draw the borders of the crops, if there are crops
     */
    public WeightOverlay(double opacity, boolean outlines, MapColours colours) {
        this.opacity = opacity;
        this.outlines = outlines;
        this.colours = colours;
    }

    /** Draws over an image; what an earlier run has drawn there is replaced, other elements of its overlay stay. */
    public void draw(ImagePlus image, List<PlaneScore> planes) {
        Overlay overlay =
                image.getOverlay() == null ? new Overlay() : image.getOverlay().duplicate();
        overlay.remove(WEIGHTS);
        overlay.remove(OUTLINE);
        overlay.remove(ColourBar.NAME);
        for (PlaneScore plane : planes) {
            plane.patches().ifPresent(maps -> add(overlay, weights(maps, plane.region()), WEIGHTS, image, plane));
            if (outlines) {
                plane.crops().ifPresent(crops -> addOutlines(overlay, crops, image, plane));
            }
        }
        new ColourBar(image.getWidth(), image.getHeight(), 0, 1, "weight", colours).addTo(overlay);
        image.setOverlay(overlay);
    }

    private void add(Overlay overlay, Roi roi, String name, ImagePlus image, PlaneScore plane) {
        roi.setName(name);
        PlanePosition position = plane.position();
        int channel = position.channel();
        if (image.isHyperStack()) {
            roi.setPosition(
                    channel,
                    image.getNSlices() == 1 ? 0 : position.slice(),
                    image.getNFrames() == 1 ? 0 : position.frame());
        } else if (channel > 0 || image.getNSlices() * image.getNFrames() > 1) {
            roi.setPosition(image.getStackIndex(Math.max(1, channel), position.slice(), position.frame()));
        }
        overlay.add(roi);
    }

    private ImageRoi weights(PatchMaps maps, Region region) {
        ImageRoi roi = maps.coverage() == 1
                ? new ImageRoi(region.left(), region.top(), indexed(maps))
                : new ImageRoi(region.left(), region.top(), coloured(maps));
        roi.setZeroTransparent(maps.coverage() < 1);
        roi.setOpacity(opacity);
        return roi;
    }

    private ImageProcessor indexed(PatchMaps maps) {
        float[] weights = maps.weightMap();
        byte[] pixels = new byte[weights.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(MAX * Math.max(0, Math.min(1, weights[i])));
        }
        return new ByteProcessor(maps.width(), maps.height(), pixels, colours.lut());
    }

    private ImageProcessor coloured(PatchMaps maps) {
        float[] weights = maps.weightMap();
        int[] pixels = new int[weights.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Float.isNaN(weights[i]) ? 0 : Math.max(DARKEST, colours.rgb(weights[i]));
        }
        return new ColorProcessor(maps.width(), maps.height(), pixels);
    }

    private void addOutlines(Overlay overlay, CropScores crops, ImagePlus image, PlaneScore plane) {
        Region region = plane.region();
        int size = crops.size();
        crops.scores().forEach(crop -> {
            Roi outline = new Roi(
                    region.left() + crop.left(),
                    region.top() + crop.top(),
                    Math.min(size, region.width() - crop.left()),
                    Math.min(size, region.height() - crop.top()));
            outline.setStrokeColor(Color.YELLOW);
            add(overlay, outline, OUTLINE, image, plane);
        });
    }
}
