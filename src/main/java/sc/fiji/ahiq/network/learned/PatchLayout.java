/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.inference.FeatureNetwork;

/** Where a metric takes patches of an image, and how many go through the network at once. */
final class PatchLayout {

    /** TOPIQ looks at whole images, whose features must fit into memory. */
    private static final long MOST_WHOLE_PIXELS = 2048L * 2048;

    private static final int RANDOM_CROPS = 20;

    /** The official script of PieAPP goes through this many positions at a time. */
    private static final int PIEAPP_GROUP = 10;

    private final MetricDesign design;
    private final int size;

    private PatchLayout(MetricDesign design, int size) {
        this.design = design;
        this.size = size;
    }

    static PatchLayout of(MetricDesign design) {
        return new PatchLayout(
                design,
                switch (design.kind()) {
                    case PIEAPP -> 64;
                    case WADIQAM_FR -> 32;
                    case IQT_PIPAL -> 192;
                    case IQT_LIVE -> 256;
                    default -> 0;
                });
    }

    static int minimumSize(MetricDesign design) {
        int usual = design.kind().facts().minimumSize();
        return design.variant().equals("all_patches") ? usual - 1 : usual;
    }

    /** Whether it tells quality and weight of every place. */
    static boolean hasWeightMap(MetricKind kind) {
        return kind == MetricKind.WADIQAM_FR;
    }

    /** Side of a patch; 0 if it is the whole image. */
    int size() {
        return size;
    }

    /** @param batch patches at once, if the user chose it */
    FeatureNetwork.Unit unit(OptionalInt batch) {
        return switch (design.kind()) {
            case PIEAPP -> new FeatureNetwork.Unit(4L << 20, batch.orElse(32));
            case WADIQAM_FR -> new FeatureNetwork.Unit(512L << 10, batch.orElse(256));
            case IQT_PIPAL, IQT_LIVE -> new FeatureNetwork.Unit(40L << 20, batch.orElse(4));
            default -> new FeatureNetwork.Unit(1, 1);
        };
    }

    /**
     * The patches, in the order in which they are compared.
     *
     * @throws ImageException if there would be too many pixels
     */
    List<Crop> patches(int width, int height) {
        return switch (design.kind()) {
            case PIEAPP, WADIQAM_FR -> grid(axis(height), axis(width));
            case IQT_PIPAL, IQT_LIVE ->
                design.variant().equals("random20") ? random(width, height) : few(width, height);
            default -> whole(width, height);
        };
    }

    private List<Crop> whole(int width, int height) {
        if ((long) width * height > MOST_WHOLE_PIXELS) {
            throw new ImageException(design.kind().facts().label() + " looks at whole images of at most "
                    + MOST_WHOLE_PIXELS + " pixels (2048 x 2048), but this one has " + width + " x " + height
                    + ". Score a region of it, or a smaller copy of both images.");
        }
        return List.of(new Crop(0, 0));
    }

    private static List<Crop> grid(List<Integer> rows, List<Integer> columns) {
        List<Crop> crops = new ArrayList<>();
        rows.forEach(row -> columns.forEach(column -> crops.add(new Crop(column, row))));
        return crops;
    }

    private List<Integer> axis(int length) {
        return switch (design.variant()) {
            case "dense" -> pieApp(length, 6);
            case "sparse" -> pieApp(length, 27);
            case "grid27" -> steps(length - size, 27);
            case "all_patches" -> steps(length - size, size);
            default -> steps(length - size - 1, size);
        };
    }

    private static List<Integer> steps(int last, int step) {
        return IntStream.rangeClosed(0, last / step).mapToObj(i -> i * step).toList();
    }

    /**
     * The official script's positions: every step and the last possible one; where that would begin a group of its own
     * and is no multiple of the step, it takes the place of the one before.
     */
    private List<Integer> pieApp(int length, int step) {
        int last = length - size;
        List<Integer> positions = new ArrayList<>(steps(Math.max(0, last - 1), step));
        if (last > 0) {
            positions.add(last);
        }
        if (positions.size() > 1 && positions.size() % PIEAPP_GROUP == 1 && last % step != 0) {
            positions.remove(positions.size() - 2);
        }
        return positions;
    }

    /** Four of the five rows of a grid of five by five. */
    private List<Crop> few(int width, int height) {
        List<Integer> rows =
                IntStream.range(0, 4).mapToObj(i -> i * ((height - size) / 4)).toList();
        List<Integer> columns =
                IntStream.range(0, 5).mapToObj(i -> i * ((width - size) / 4)).toList();
        return grid(rows, columns);
    }

    /** The same for all images of a size. */
    private List<Crop> random(int width, int height) {
        SplittableRandom random = new SplittableRandom(0);
        return IntStream.range(0, RANDOM_CROPS)
                .mapToObj(i -> new Crop(random.nextInt(width - size), random.nextInt(height - size)))
                .toList();
    }
}
