/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/** Light comes in whole photons, whose number has a Poisson distribution, and reading a pixel adds electrons. */
final class PhotonNoise {

    private static final int VALUES = 256;
    private static final double READ_NOISE_ELECTRONS = 4;

    private final double photons;
    private final double readNoise;
    private final Random random;
    private final double[][] cumulative = new double[VALUES][];

    private PhotonNoise(double photons, double readNoise, Random random) {
        this.photons = photons;
        this.readNoise = readNoise;
        this.random = random;
    }

    /** @param photons that white brings */
    static List<Plane> shot(List<Plane> planes, double photons, Random random) {
        return new PhotonNoise(photons, 0, random).exposed(planes);
    }

    /** Shot noise and read noise of {@value #READ_NOISE_ELECTRONS} electrons, as of a quick camera in dim light. */
    static List<Plane> camera(List<Plane> planes, double photons, Random random) {
        return new PhotonNoise(photons, READ_NOISE_ELECTRONS, random).exposed(planes);
    }

    private List<Plane> exposed(List<Plane> planes) {
        List<Plane> result = new ArrayList<>();
        for (Plane plane : planes) {
            Plane exposed = Plane.zeros(plane.width(), plane.height());
            for (int i = 0; i < plane.area(); i++) {
                double electrons = poisson((int) plane.values()[i]) + readNoise * random.nextGaussian();
                exposed.values()[i] = electrons * 255 / photons;
            }
            result.add(exposed);
        }
        return result;
    }

    /** By inversion of the distribution function, which is tabulated for each of the values. */
    private int poisson(int value) {
        if (cumulative[value] == null) {
            cumulative[value] = cumulative(value * photons / 255);
        }
        int place = Arrays.binarySearch(cumulative[value], random.nextDouble());
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** Probabilities of at most 0, 1, 2, ... photons, up to where they reach 1 but for rounding. */
    private static double[] cumulative(double mean) {
        double[] sums = new double[(int) Math.ceil(mean + 10 * Math.sqrt(mean) + 10)];
        double logarithm = -mean;
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            sum += StrictMath.exp(logarithm);
            sums[k] = sum;
            logarithm += StrictMath.log(mean) - StrictMath.log(k + 1);
        }
        return sums;
    }
}
