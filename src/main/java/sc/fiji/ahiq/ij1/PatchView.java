/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.picture.Frame;
import sc.fiji.ahiq.picture.MapGrid;
import sc.fiji.ahiq.picture.Thumbnail;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;

/**
 * A place of a plane in both images, and what the metrics with maps say of it.
 *
 * @param reference square part of the image, as the metrics see it
 * @param distorted the same of the other
 * @param x the place in them
 * @param y the place in them
 * @param lines of text, one for each map
 */
record PatchView(BufferedImage reference, BufferedImage distorted, int x, int y, List<String> lines) {

    /** Of a square, in pixels of the image. */
    static final int SIDE = 48;

    /** Makes views of one plane; keeps its pixels and maps. */
    static final class Plane {

        private final PairScore scored;
        private final Region region;
        private final ImagePlane reference;
        private final ImagePlane distorted;
        private final Map<QualityMap, float[]> values = new IdentityHashMap<>();

        /** @param plane that was scored */
        Plane(PlaneScore plane, PlanePairs pairs) {
            this.scored = plane.scored().orElseThrow();
            this.region = plane.region();
            this.reference = pairs.reference(plane.position());
            this.distorted = pairs.distorted(plane.position());
        }

        /** Around a pixel of a map. */
        PatchView at(int mapX, int mapY, int mapWidth, int mapHeight) {
            int x = new MapGrid(region.width(), mapWidth).toImage(mapX);
            int y = new MapGrid(region.height(), mapHeight).toImage(mapY);
            int side = Math.min(SIDE, Math.min(region.width(), region.height()));
            Region square = new Region(
                    Math.max(0, Math.min(x - side / 2, region.width() - side)),
                    Math.max(0, Math.min(y - side / 2, region.height() - side)),
                    side,
                    side);
            List<String> lines = new ArrayList<>();
            lines.add("x=" + (region.left() + x) + ", y=" + (region.top() + y));
            scored.results().forEach((metric, result) -> result.maps()
                    .forEach(map -> lines.add(String.format(
                            Locale.ROOT,
                            "%-16s %9.6f   %s",
                            metric + (map.kind() == QualityMap.Kind.WEIGHT ? " weight" : ""),
                            value(map, x, y),
                            map.kind() == QualityMap.Kind.WEIGHT
                                    ? ""
                                    : String.format(Locale.ROOT, "image %.6f", result.score())))));
            return new PatchView(
                    picture(reference, square), picture(distorted, square), x - square.left(), y - square.top(), lines);
        }

        private float value(QualityMap map, int x, int y) {
            int column = new MapGrid(region.width(), map.width()).toMap(x);
            int row = new MapGrid(region.height(), map.height()).toMap(y);
            return column < 0 || row < 0
                    ? Float.NaN
                    : values.computeIfAbsent(map, QualityMap::values)[row * map.width() + column];
        }

        private BufferedImage picture(ImagePlane image, Region square) {
            IntensityRange range = scored.range();
            return Thumbnail.of(
                            new ScaledPlane(image.crop(square), range),
                            new Frame(square.width(), square.height(), square.width()))
                    .picture();
        }
    }
}
