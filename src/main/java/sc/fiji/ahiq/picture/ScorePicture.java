/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.QualityMap;

/**
 * Shows where images are bad: for each pair its name and score, and below them the reference, the distorted image, the
 * scores of its patches in colours from 0 (dark, bad) to 1 (bright, good), and the distorted image, dark where patches
 * count little beside those that count most. The map of a metric without patches has colours from its own worst to its
 * own best value, and where a metric does not tell what counts there is no fourth picture. All stand side by side, or
 * one under another if images are three times as wide as high. A bar of colours comes last. Images of any size are
 * read row by row.
 */
public final class ScorePicture {

    private static final String WEIGHTS_HEADING = "Where it counts (dark: little)";

    private static final int SIDE = 256;
    private static final int LONG_SIDE = 1042;
    private static final int LEAST_SIDE = 24;
    private static final int LONG = 3;
    private static final int GAP = 6;
    private static final int LEGEND_HEIGHT = 14;

    private final List<Row> rows = new ArrayList<>();
    private final PictureText text = new PictureText();

    /**
     * @param headings of the panels
     * @param panels of one size
     * @param patches whether they show scores of patches, 0 to 1
     */
    private record Row(String caption, List<String> headings, List<BufferedImage> panels, boolean patches) {}

    /**
     * Adds a row below the others.
     *
     * @param name of the distorted image
     * @param metric whose result it is
     * @param result that has a map of quality
     */
    public void add(
            String name, ScaledPlane reference, ScaledPlane distorted, MetricDescription metric, MetricResult result) {
        Frame frame = isWide(distorted)
                ? new Frame(LONG_SIDE, SIDE, LEAST_SIDE)
                : new Frame(SIDE, distorted.height() >= LONG * distorted.width() ? LONG_SIDE : SIDE, LEAST_SIDE);
        boolean patches = result.patches().isPresent();
        IntFunction<float[]> scores =
                patches ? rows(result, QualityMap.Kind.QUALITY) : stretched(result, distorted, metric.direction());
        List<String> headings = new ArrayList<>(
                List.of("Reference", "Image", (patches ? "Patch scores" : metric.label() + " map") + " (dark is bad)"));
        List<Thumbnail> panels = new ArrayList<>(List.of(
                Thumbnail.of(reference, frame),
                Thumbnail.of(distorted, frame),
                Thumbnail.covered(distorted, y -> MapColours.INFERNO.rgb(scores.apply(y)), 1, frame)));
        if (result.map(QualityMap.Kind.WEIGHT).isPresent()) {
            headings.add(WEIGHTS_HEADING);
            panels.add(dimmed(result, distorted, frame));
        }
        rows.add(new Row(
                String.format(Locale.ROOT, "%s: score %.4f", name, result.score()),
                headings,
                panels.stream().map(Thumbnail::picture).toList(),
                patches));
    }

    private static Thumbnail dimmed(MetricResult result, ScaledPlane distorted, Frame frame) {
        IntFunction<float[]> weights = rows(result, QualityMap.Kind.WEIGHT);
        float largest = largest(weights, distorted.height());
        return Thumbnail.dimmed(
                distorted,
                y -> {
                    float[] row = weights.apply(y);
                    for (int x = 0; x < row.length; x++) {
                        row[x] /= largest;
                    }
                    return row;
                },
                frame);
    }

    /** From 0 where the map is worst to 1 where it is best; NaN where the metric has left out a border. */
    private static IntFunction<float[]> stretched(MetricResult result, ScaledPlane image, Direction direction) {
        QualityMap map = result.map(QualityMap.Kind.QUALITY).orElseThrow();
        float[] values = map.values();
        DoubleSummaryStatistics span = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        double range = Math.max(Float.MIN_NORMAL, span.getMax() - span.getMin());
        double worst = direction == Direction.LOWER_IS_BETTER ? span.getMax() : span.getMin();
        MapGrid across = new MapGrid(Math.toIntExact(image.width()), map.width());
        MapGrid down = new MapGrid(Math.toIntExact(image.height()), map.height());
        return y -> {
            float[] row = new float[across.length()];
            int mapY = down.toMap(y);
            for (int x = 0; x < row.length; x++) {
                int mapX = across.toMap(x);
                boolean inside = mapX >= 0 && mapY >= 0;
                row[x] = inside ? (float) (Math.abs(values[mapY * map.width() + mapX] - worst) / range) : Float.NaN;
            }
            return row;
        };
    }

    /** Of a map, row by row; that of crops is never made as a whole. */
    private static IntFunction<float[]> rows(MetricResult result, QualityMap.Kind kind) {
        Optional<PatchMaps> patches = result.patches();
        if (patches.isEmpty()) {
            QualityMap map = result.map(kind).orElseThrow();
            float[] values = map.values();
            return y -> Arrays.copyOfRange(values, y * map.width(), (y + 1) * map.width());
        }
        PatchMaps maps = patches.get();
        float[] scores = new float[maps.width()];
        float[] weights = new float[maps.width()];
        return y -> {
            maps.row(y, scores, weights);
            return kind == QualityMap.Kind.QUALITY ? scores : weights;
        };
    }

    /** By which the weights of an image are compared with each other. */
    private static float largest(IntFunction<float[]> weights, long height) {
        float largest = Float.MIN_NORMAL;
        for (int y = 0; y < height; y++) {
            for (float weight : weights.apply(y)) {
                largest = weight > largest ? weight : largest; // NaN, where there is none, is not
            }
        }
        return largest;
    }

    private static boolean isWide(ScaledPlane image) {
        return image.width() >= LONG * image.height();
    }

    /** Whether no pair was added. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * All rows, on white.
     *
     * @throws IllegalStateException if there are none
     */
    public BufferedImage image() {
        if (rows.isEmpty()) {
            throw new IllegalStateException("No pair was added");
        }
        List<String> headings = rows.get(0).headings();
        BufferedImage panel = rows.get(0).panels().get(0);
        int last = headings.size() - 1;
        boolean stacked = panel.getWidth() >= LONG * panel.getHeight();
        int stepX = stacked ? 0 : GAP + Math.max(panel.getWidth(), text.widest(headings));
        int stepY = stacked ? GAP + panel.getHeight() + text.height() : 0;
        int across = Math.max(last * stepX + panel.getWidth(), text.widest(headings) + stepX * last);
        int rowHeight = 2 * text.height() + panel.getHeight() + last * stepY + GAP;
        int legend = text.height() == 0 ? 0 : LEGEND_HEIGHT + GAP;
        BufferedImage image =
                new BufferedImage(across, rows.size() * rowHeight - GAP + legend, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int row = 0; row < rows.size(); row++) {
            int top = row * rowHeight;
            text.draw(graphics, rows.get(row).caption(), 0, top, across);
            for (int i = 0; i < headings.size(); i++) {
                int y = top + text.height() + i * stepY;
                text.draw(graphics, headings.get(i), i * stepX, y, across);
                graphics.drawImage(rows.get(row).panels().get(i), i * stepX, y + text.height(), null);
            }
        }
        if (legend > 0) {
            drawLegend(graphics, image.getHeight() - LEGEND_HEIGHT, across);
        }
        graphics.dispose();
        return image;
    }

    private void drawLegend(Graphics2D graphics, int top, int across) {
        boolean patches = rows.get(0).patches();
        String bad = patches ? "Patch score 0 (bad)" : "Worst of the image";
        int left = text.widest(List.of(bad)) + GAP;
        int width = Math.min(SIDE, across / 2);
        text.draw(graphics, bad, 0, top, across);
        for (int x = 0; x < width; x++) {
            graphics.setColor(new Color(MapColours.INFERNO.rgb(x / (width - 1.0))));
            graphics.fillRect(left + x, top, 1, LEGEND_HEIGHT);
        }
        text.draw(graphics, patches ? "1 (good)" : "best", left + width + GAP, top, across);
    }
}
