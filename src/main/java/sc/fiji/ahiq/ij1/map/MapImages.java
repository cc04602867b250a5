/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1.map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.measure.Calibration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import sc.fiji.ahiq.crop.PatchMaps;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.PlaneScore;

/**
 * The patch scores f and patch weights w of planes as 32-bit images of the scored region, with a colour bar as overlay and the
 * calibration of the distorted image, its origin moved to the region. Pixels outside all crops, and planes that could not be
 * scored, are NaN. Maps of several planes are virtual stacks.
 */
public final class MapImages {

    private static final Comparator<PlaneScore> STACK_ORDER = Comparator.comparing(
            PlaneScore::position,
            Comparator.comparingInt(PlanePosition::frame)
                    .thenComparingInt(PlanePosition::slice)
                    .thenComparingInt(PlanePosition::channel));

    private final List<PlaneScore> planes;
    private final String title;
    private final Calibration calibration;

    /**
     * @param planes all planes of the image, at least one
     * @param title of the distorted image
     * @param calibration of the distorted image
     */
    public MapImages(List<PlaneScore> planes, String title, Calibration calibration) {
        this.planes = planes.stream().sorted(STACK_ORDER).toList();
        this.title = title;
        this.calibration = calibration;
    }

    /** Patch scores, shown from the smallest to the largest of them. */
    public ImagePlus scores() {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        planes.forEach(
                plane -> plane.pair().ifPresent(pair -> pair.maps().forEachPatch((crop, left, top, score, weight) -> {
                    ends[0] = Math.min(ends[0], score);
                    ends[1] = Math.max(ends[1], score);
                })));
        boolean spread = ends[0] < ends[1];
        return image("AHIQ quality of ", PatchMaps::scoreMap, spread ? ends[0] : 0, spread ? ends[1] : 1, "f");
    }

    /** Patch weights, shown from 0 to 1. */
    public ImagePlus weights() {
        return image("AHIQ weight of ", PatchMaps::weightMap, 0, 1, "w");
    }

    private ImagePlus image(String prefix, Function<PatchMaps, float[]> map, double lo, double hi, String symbol) {
        ImageStack stack = new MapStack(planes, map, lo, hi);
        ImagePlus image = planes.size() == 1
                ? new ImagePlus(prefix + title, stack.getProcessor(1))
                : new ImagePlus(prefix + title, stack);
        image.setDimensions(count(PlanePosition::channel), count(PlanePosition::slice), count(PlanePosition::frame));
        image.setOpenAsHyperStack(planes.size() > 1);
        image.setDisplayRange(lo, hi);
        image.setCalibration(mapCalibration());
        Overlay overlay = new Overlay();
        new ColourBar(image.getWidth(), image.getHeight(), lo, hi, symbol).addTo(overlay, image.getHeight());
        image.setOverlay(overlay);
        planes.get(0).row().cells().forEach((name, value) -> {
            if (planes.size() == 1 && value != null) {
                image.setProp("ahiq_" + name, value.toString());
            }
        });
        return image;
    }

    private int count(ToIntFunction<PlanePosition> axis) {
        return (int) planes.stream()
                .mapToInt(plane -> axis.applyAsInt(plane.position()))
                .distinct()
                .count();
    }

    private Calibration mapCalibration() {
        Calibration copy = calibration.copy();
        copy.disableDensityCalibration();
        copy.xOrigin -= planes.get(0).region().left();
        copy.yOrigin -= planes.get(0).region().top();
        return copy;
    }
}
