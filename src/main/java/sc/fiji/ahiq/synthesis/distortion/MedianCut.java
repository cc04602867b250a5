/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * An image in few colours, without dithering, by median cut (P. Heckbert, Color image quantization for frame buffer
 * display, SIGGRAPH 1982): the box of the most pixels times its longest side is cut at the median of that side, until
 * there are enough boxes, whose mean colours then stand for all in them. Colours are told apart by five bits of red,
 * green and blue, or by all eight bits of grey.
 */
final class MedianCut {

    private final List<Plane> planes;
    private final int bits;
    private final int[] cells;
    private final int[] counts;
    private final double[][] sums;

    private MedianCut(List<Plane> planes) {
        this.planes = planes;
        this.bits = planes.size() == 1 ? 8 : 5;
        this.cells = new int[planes.get(0).area()];
        this.counts = new int[1 << bits * planes.size()];
        this.sums = new double[planes.size()][counts.length];
    }

    static List<Plane> quantised(List<Plane> planes, double colours, Random random) {
        MedianCut cut = new MedianCut(planes);
        cut.count();
        return cut.painted(cut.boxes((int) colours));
    }

    private void count() {
        for (int i = 0; i < cells.length; i++) {
            for (Plane plane : planes) {
                cells[i] = cells[i] << bits | (int) plane.values()[i] >> 8 - bits;
            }
            counts[cells[i]]++;
            for (int p = 0; p < sums.length; p++) {
                sums[p][cells[i]] += planes.get(p).values()[i];
            }
        }
    }

    private List<Box> boxes(int number) {
        Integer[] used = new Integer
                [(int) Arrays.stream(counts).filter(count -> count > 0).count()];
        int next = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                used[next++] = cell;
            }
        }
        List<Box> boxes = new ArrayList<>(List.of(new Box(used)));
        while (boxes.size() < number) {
            Box largest =
                    boxes.stream().max(Comparator.comparingLong(Box::size)).orElseThrow();
            if (largest.side == 0) {
                break;
            }
            boxes.remove(largest);
            boxes.addAll(largest.halves());
        }
        return boxes;
    }

    private List<Plane> painted(List<Box> boxes) {
        double[][] colours = new double[planes.size()][counts.length];
        for (Box box : boxes) {
            for (int p = 0; p < colours.length; p++) {
                double mean = box.mean(sums[p]);
                for (int cell : box.members) {
                    colours[p][cell] = mean;
                }
            }
        }
        List<Plane> result = new ArrayList<>();
        for (double[] colour : colours) {
            Plane plane = Plane.zeros(planes.get(0).width(), planes.get(0).height());
            for (int i = 0; i < cells.length; i++) {
                plane.values()[i] = colour[cells[i]];
            }
            result.add(plane);
        }
        return result;
    }

    /** Colours that lie together. */
    private final class Box {

        private final Integer[] members;
        private int pixels;
        private int axis;
        private int side;

        Box(Integer[] members) {
            this.members = members;
            for (int cell : members) {
                pixels += counts[cell];
            }
            for (int a = 0; a < planes.size(); a++) {
                int from = Integer.MAX_VALUE;
                int to = 0;
                for (int cell : members) {
                    from = Math.min(from, at(cell, a));
                    to = Math.max(to, at(cell, a));
                }
                if (to - from > side) {
                    side = to - from;
                    axis = a;
                }
            }
        }

        long size() {
            return (long) pixels * side;
        }

        private int at(int cell, int along) {
            return cell >> bits * (planes.size() - 1 - along) & (1 << bits) - 1;
        }

        /** Two boxes with half of the pixels each, as far as whole colours allow; neither is empty. */
        List<Box> halves() {
            Integer[] sorted = members.clone();
            Arrays.sort(sorted, Comparator.comparingInt(cell -> at(cell, axis)));
            int cut = 1;
            for (int below = counts[sorted[0]]; below < pixels / 2 && cut < sorted.length - 1; cut++) {
                below += counts[sorted[cut]];
            }
            return List.of(
                    new Box(Arrays.copyOf(sorted, cut)), new Box(Arrays.copyOfRange(sorted, cut, sorted.length)));
        }

        double mean(double[] sum) {
            double total = 0;
            for (int cell : members) {
                total += sum[cell];
            }
            return total / pixels;
        }
    }
}
