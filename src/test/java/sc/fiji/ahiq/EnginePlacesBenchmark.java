/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import java.util.Arrays;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.ahiq.image.ImageSource;

/**
 * Measures AHIQ-S in a helper process against the same in this process, by turns: {@code java -cp ...
 * sc.fiji.ahiq.EnginePlacesBenchmark [rounds]}. Pictures are of 512 x 512 pixels, grey noise.
 */
final class EnginePlacesBenchmark {

    private static final int SIZE = 512;
    private static final double NANOS_PER_MILLI = 1e6;

    private EnginePlacesBenchmark() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 40 : Integer.parseInt(arguments[0]);
        ImageSource reference = noise(1);
        ImageSource distorted = noise(2);
        try (Ahiq internal = open("internal");
                Ahiq process = open("process")) {
            double[][] millis = new double[2][rounds];
            for (int round = -3; round < rounds; round++) {
                double first = millis(internal, reference, distorted);
                double second = millis(process, reference, distorted);
                if (round >= 0) {
                    millis[0][round] = first;
                    millis[1][round] = second;
                }
            }
            System.out.printf(
                    "internal %.1f ms, process %.1f ms (medians of %d): throughput %.3f of internal; fastest %.1f and %.1f ms%n",
                    median(millis[0]),
                    median(millis[1]),
                    rounds,
                    median(millis[0]) / median(millis[1]),
                    least(millis[0]),
                    least(millis[1]));
        }
    }

    private static Ahiq open(String engine) {
        return Ahiq.builder().device("cpu").engine(engine).open();
    }

    private static ImageSource noise(long seed) {
        byte[] pixels = new byte[SIZE * SIZE];
        new Random(seed).nextBytes(pixels);
        return Ahiq.image(ArrayImgs.unsignedBytes(pixels, SIZE, SIZE));
    }

    private static double millis(Ahiq ahiq, ImageSource reference, ImageSource distorted) {
        long start = System.nanoTime();
        ahiq.score(reference, distorted);
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
