/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * The scale of people, 0 (worst) to 1 (no difference): the mean opinion on each type and level of KADID-10k (Lin, Hosu,
 * Saupe, QoMEX 2019; computed from its 10,125 opinions; 1 to 5 there). What these types say about fused ranks of
 * metrics, made monotone, tells where on this scale the others lie. Immutable.
 */
final class HumanScale {

    private static final String RESOURCE = "kadid-type-level-means.csv";
    private static final double WORST = 1;
    private static final double BEST = 5;

    private final Map<List<Object>, Double> means = new HashMap<>();
    private final double residual;

    /**
     * @param residual share of what the metrics see in an image beyond the mean of its type and level, 0 to 1
     */
    HumanScale(double residual) {
        this.residual = residual;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(HumanScale.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.matches("[a-z].*[0-9]")).forEach(line -> {
                String[] cells = line.split(",");
                double mean = (Double.parseDouble(cells[2]) - WORST) / (BEST - WORST);
                means.put(List.of(cells[0], Integer.parseInt(cells[1])), mean);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Labels on this scale.
     *
     * @param fused label of each pair by metrics alone, 0..1
     * @throws DatasetException if people rated none of the types
     */
    double[] labels(List<RatedPair> pairs, double[] fused) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < fused.length; i++) {
            groups.computeIfAbsent(group(pairs.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        Curve curve = curve(groups, fused);
        double[] labels = new double[fused.length];
        groups.forEach((group, members) -> {
            double mapped = members.stream()
                    .mapToDouble(i -> curve.at(fused[i]))
                    .average()
                    .orElseThrow();
            boolean isSeries = pairs.get(members.get(0)).level().isPresent();
            double mean = means.getOrDefault(group, mapped);
            for (int i : members) {
                double beyond = curve.at(fused[i]) - mapped;
                labels[i] = Math.max(0, Math.min(1, mean + (isSeries ? residual : 1) * beyond));
            }
        });
        return labels;
    }

    private static List<Object> group(RatedPair pair) {
        OptionalInt level = pair.level();
        return List.of(pair.distortion(), level.isPresent() ? level.getAsInt() : 0);
    }

    /** Mean opinion by mean fused label of the groups that people rated. */
    private Curve curve(Map<List<Object>, List<Integer>> groups, double[] fused) {
        List<double[]> points = new ArrayList<>();
        groups.forEach((group, members) -> {
            if (means.containsKey(group)) {
                double mean =
                        members.stream().mapToDouble(i -> fused[i]).average().orElseThrow();
                points.add(new double[] {mean, means.get(group)});
            }
        });
        if (points.isEmpty()) {
            throw new DatasetException(
                    "Expected types of KADID-10k among the pairs, such as jpeg, whose opinions make the scale, but"
                            + " there are none. Add scores of such pairs.");
        }
        return Curve.through(points);
    }

    /** A rising curve, linear between its points and level beyond them. */
    private record Curve(TreeMap<Double, Double> points) {

        /** The rising curve nearest to points (x, y), by least squares. */
        static Curve through(List<double[]> found) {
            found.sort(Comparator.comparingDouble((double[] point) -> point[0]).reversed());
            double[] y = MonotoneLabels.of(
                    found.stream().mapToDouble(point -> point[1]).toArray());
            TreeMap<Double, Double> points = new TreeMap<>();
            for (int i = 0; i < y.length; i++) {
                points.put(found.get(i)[0], y[i]);
            }
            return new Curve(points);
        }

        double at(double x) {
            Map.Entry<Double, Double> left = points.floorEntry(x);
            Map.Entry<Double, Double> right = points.ceilingEntry(x);
            if (left == null || right == null) {
                return left == null ? right.getValue() : left.getValue();
            }
            double width = right.getKey() - left.getKey();
            double share = width == 0 ? 0 : (x - left.getKey()) / width;
            return left.getValue() + share * (right.getValue() - left.getValue());
        }
    }
}
