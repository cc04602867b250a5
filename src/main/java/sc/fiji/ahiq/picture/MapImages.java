/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.PlaneScore;

/**
 * The patch scores and patch weights of planes, and the quality maps of other metrics, as 32-bit images of the scored
 * region, with the calibration of the distorted image, its origin moved to the region. All are shown from 0 to 1, so
 * that two can be compared. Pixels outside all crops, and planes that could not be scored, are NaN. Maps of several
 * planes are virtual stacks.
 */
public final class MapImages {

    private static final Comparator<PlaneScore> STACK_ORDER = Comparator.comparing(
            PlaneScore::position,
            Comparator.comparingInt(PlanePosition::frame)
                    .thenComparingInt(PlanePosition::slice)
                    .thenComparingInt(PlanePosition::channel));

    /** Property of an image: what its map shows, such as {@code quality} or the name of a metric. */
    public static final String SHOWN = "ahiq_map";

    private static final double LOWEST = 0;
    private static final double HIGHEST = 1;

    private final List<PlaneScore> planes;
    private final String title;
    private final Calibration calibration;
    private final MapColours colours;

    /**
     * @param planes all planes of the image, at least one
     * @param title of the distorted image
     * @param calibration of the distorted image
     */
    public MapImages(List<PlaneScore> planes, String title, Calibration calibration, MapColours colours) {
        this.planes = planes.stream().sorted(STACK_ORDER).toList();
        this.title = title;
        this.calibration = calibration;
        this.colours = colours;
    }

    /** Patch scores. */
    public ImagePlus scores() {
        return patchImage("quality", PatchMaps::scoreMap);
    }

    /** Patch weights. */
    public ImagePlus weights() {
        return patchImage("weight", PatchMaps::weightMap);
    }

    /**
     * The quality maps of the other metrics. Where a metric has shrunk the images, pixels are larger, too; where it has
     * left out a border, the origin is moved.
     */
    public List<ImagePlus> metrics() {
        Map<String, QualityMap> any = new LinkedHashMap<>();
        planes.forEach(
                plane -> plane.scored().ifPresent(scored -> scored.results().forEach((metric, result) -> {
                    if (result.patches().isEmpty() || !result.patches().equals(scored.patches())) {
                        result.map(QualityMap.Kind.QUALITY).ifPresent(map -> any.putIfAbsent(metric, map));
                    }
                })));
        List<ImagePlus> images = new ArrayList<>();
        any.forEach((metric, map) -> images.add(metric(metric, map.width(), map.height())));
        return images;
    }

    private ImagePlus metric(String metric, int width, int height) {
        Function<PlaneScore, Optional<float[]>> map = plane -> plane.scored()
                .map(scored -> scored.results().get(metric))
                .flatMap(result -> result.map(QualityMap.Kind.QUALITY))
                .map(QualityMap::values);
        return image(metric + " of ", stack(width, height, map), metric);
    }

    private ImagePlus patchImage(String shown, Function<PatchMaps, float[]> map) {
        Region region = planes.get(0).region();
        return image(
                "AHIQ " + shown + " of ",
                stack(region.width(), region.height(), plane -> plane.patches().map(map)),
                shown);
    }

    private MapStack stack(int width, int height, Function<PlaneScore, Optional<float[]>> map) {
        return new MapStack(planes, width, height, map, LOWEST, HIGHEST, colours.lut());
    }

    private ImagePlus image(String prefix, ImageStack stack, String shown) {
        ImagePlus image = planes.size() == 1
                ? new ImagePlus(prefix + title, stack.getProcessor(1))
                : new ImagePlus(prefix + title, stack);
        image.setDimensions(count(PlanePosition::channel), count(PlanePosition::slice), count(PlanePosition::frame));
        image.setOpenAsHyperStack(planes.size() > 1);
        image.setDisplayRange(LOWEST, HIGHEST);
        image.setCalibration(mapCalibration(image.getWidth(), image.getHeight()));
        image.setProp(SHOWN, shown);
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

    private Calibration mapCalibration(int width, int height) {
        Region region = planes.get(0).region();
        MapGrid across = new MapGrid(region.width(), width);
        MapGrid down = new MapGrid(region.height(), height);
        Calibration copy = calibration.copy();
        copy.disableDensityCalibration();
        copy.xOrigin = (copy.xOrigin - region.left() - across.border()) / across.step();
        copy.yOrigin = (copy.yOrigin - region.top() - down.border()) / down.step();
        copy.pixelWidth *= across.step();
        copy.pixelHeight *= down.step();
        return copy;
    }
}
