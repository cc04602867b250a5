/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.List;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * NRQM (Ma, Yang, Yang, Yang 2017), made for images of super-resolution: three regression forests look at statistics of
 * local cosine transforms, of steerable bands, and at singular values of blocks; their results are added with weights.
 * Higher is better, about 0 to 10. Immutable and thread safe.
 */
public final class Nrqm {

    /** Smallest side of an image. */
    public static final int MINIMUM_SIZE = 100;

    private static final int LEVELS = 3;
    private static final double SMOOTHING = 0.5;
    private static final double WHITE = 255;

    private final Model model;
    private final Variant variant;

    /** How details are computed. */
    public enum Variant {
        /** The release of the authors, in MATLAB. */
        RELEASE(Luminance.MATLAB, 0) {
            @Override
            int margin(int length) {
                return 2;
            }

            @Override
            boolean hasParent(int orientation) {
                return orientation < SteerableBands.ORIENTATIONS - 1;
            }

            @Override
            Plane enlarged(Plane coarse, int width, int height) {
                return Resampling.bicubic(coarse, 2).crop(0, 0, width, height);
            }
        },
        /** The toolbox IQA-PyTorch. */
        PYIQA(Luminance.REC601, 1) {
            /** {@inheritDoc} Half of what blocks reach beyond the image on both sides. */
            @Override
            int margin(int length) {
                return (3 * ((length + 2) / 3) + 4 - length) / 2;
            }

            @Override
            boolean hasParent(int orientation) {
                return true;
            }

            @Override
            Plane enlarged(Plane coarse, int width, int height) {
                return Resampling.bicubic(coarse, width, height);
            }

            @Override
            boolean clamps() {
                return true;
            }

            @Override
            double epsilon() {
                return 1e-12;
            }
        };

        private final Luminance luminance;
        private final int shift;

        Variant(Luminance luminance, int shift) {
            this.luminance = luminance;
            this.shift = shift;
        }

        /** How far the first block reaches beyond the image. */
        abstract int margin(int length);

        /** Whether the band of the coarser scale is a neighbour. */
        abstract boolean hasParent(int orientation);

        /** A band of the coarser scale at the size of the finer one. */
        abstract Plane enlarged(Plane coarse, int width, int height);

        /** Whether negative structure counts as zero. */
        boolean clamps() {
            return false;
        }

        /** What is added to deviations. */
        double epsilon() {
            return 0;
        }

        /** Mean of the lowest tenth, about, of values in ascending order. */
        double lowest(double[] sorted) {
            int count = Math.min(sorted.length, (int) Math.ceil(0.1 * sorted.length) + shift);
            return mean(sorted, 0, count);
        }

        /** Mean of the highest tenth, about, of values in ascending order. */
        double highest(double[] sorted) {
            int first = (int) Math.floor(0.9 * sorted.length) + shift - 1;
            return mean(sorted, first, sorted.length);
        }

        private static double mean(double[] values, int from, int to) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += values[i];
            }
            return sum / (to - from);
        }
    }

    /** What was trained. */
    public static final class Model {

        private final double[] linear;
        private final List<RegressionForest> forests;

        Model(double[] linear, List<RegressionForest> forests) {
            this.linear = linear;
            this.forests = forests;
            int[] counts = {LEVELS * CosineFeatures.COUNT, BandFeatures.COUNT, LEVELS * BlockSingularValues.COUNT};
            if (linear.length != counts.length + 1 || forests.size() != counts.length) {
                throw new IllegalArgumentException(
                        "there are " + forests.size() + " forests and " + linear.length + " weights, expected 3 and 4");
            }
            for (int i = 0; i < counts.length; i++) {
                if (forests.get(i).featureCount() > counts[i]) {
                    throw new IllegalArgumentException("forest " + (i + 1) + " looks at feature "
                            + forests.get(i).featureCount() + " of " + counts[i]);
                }
            }
        }

        /**
         * Reads a model.
         *
         * @param linear constant, and the weight of each of three forests
         * @param nodes a row for each node of the trees: index of its forest, index of its tree, indices of the
         *     children for features up to and above the threshold (0 and 0 for a leaf), index of the feature,
         *     threshold, and value of a leaf. Nodes of a tree are in order, its root first, children after parents.
         * @throws IllegalArgumentException if that makes no model
         */
        public static Model of(double[] linear, double[][] nodes) {
            return new Model(linear.clone(), RegressionForest.ofRows(nodes));
        }

        private double apply(double[][] features) {
            double sum = linear[0];
            for (int i = 0; i < features.length; i++) {
                sum += linear[i + 1] * forests.get(i).apply(features[i]);
            }
            return sum;
        }
    }

    public Nrqm(Model model, Variant variant) {
        this.model = model;
        this.variant = variant;
    }

    /** The score of an image of at least {@value #MINIMUM_SIZE} pixels a side. */
    public double score(PlanarImage image) {
        return score(variant.luminance.of(image));
    }

    double score(Plane luminance) {
        return model.apply(features(luminance, variant));
    }

    /** The three kinds of features: 18, 45 and 75 numbers. */
    static double[][] features(PlanarImage image, Variant variant) {
        return features(variant.luminance.of(image), variant);
    }

    private static double[][] features(Plane luminance, Variant variant) {
        double[] cosine = new double[LEVELS * CosineFeatures.COUNT];
        double[] singular = new double[LEVELS * BlockSingularValues.COUNT];
        Plane level = luminance.map(y -> y / WHITE);
        for (int i = 0; i < LEVELS; i++) {
            if (i > 0) {
                level = LinearFilter.sampled(level, Window.gaussian(3, SMOOTHING), Border.ZERO, 1, 2);
            }
            System.arraycopy(
                    CosineFeatures.of(level, variant), 0, cosine, i * CosineFeatures.COUNT, CosineFeatures.COUNT);
            System.arraycopy(
                    BlockSingularValues.of(level),
                    0,
                    singular,
                    i * BlockSingularValues.COUNT,
                    BlockSingularValues.COUNT);
        }
        return new double[][] {cosine, BandFeatures.of(luminance, variant), singular};
    }
}
