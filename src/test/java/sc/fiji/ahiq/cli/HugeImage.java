/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.ahiq.Ahiq;
import sc.fiji.ahiq.AhiqBuilder;
import sc.fiji.ahiq.Score;
import sc.fiji.ahiq.image.ComputedCells;
import sc.fiji.ahiq.image.file.MapFiles;

/**
 * Scores a 16-bit image that is computed where it is looked at against another one, with a model of the program; a
 * program that runs in a Java process of its own, whose memory is limited. Arguments: width and height, the plan of
 * crops for the model that takes crops or {@value #WHOLE} for the one that does not, the range of pixel values, and
 * perhaps a file for the weight map.
 */
final class HugeImage {

    private static final String WHOLE = "whole";

    private HugeImage() {}

    public static void main(String[] arguments) throws IOException {
        int length = Integer.parseInt(arguments[0]);
        ComputedCells reference = new ComputedCells(length, length, 0);
        ComputedCells distorted = new ComputedCells(length, length, 0.3);
        double start = seconds();
        AhiqBuilder builder = Ahiq.builder().range(arguments[2]).device("cpu");
        boolean inCrops = !arguments[1].equals(WHOLE);
        try (Ahiq ahiq =
                inCrops ? builder.model("ahiq-s-4").crops(arguments[1], 1).open() : builder.open()) {
            ahiq.score(small(reference), small(distorted)); // the first call of the engine is part of its start
            print("start", seconds() - start);
            start = seconds();
            Score score = ahiq.score(reference.image(), distorted.image());
            print("scoring", seconds() - start);
            print("value", score.value());
            if (inCrops) {
                print("crops", (int) score.row().get("crops"));
            }
            print("coverage", (double) score.row().get("coverage"));
            print("cells", distorted.computed().size());
            print("heap", usedMiB());
            if (arguments.length > 3) {
                start = seconds();
                MapFiles.write(Path.of(arguments[3]), score.weight());
                print("map", seconds() - start);
            }
        }
    }

    private static RandomAccessibleInterval<?> small(ComputedCells cells) {
        return cells.image().view().interval(new FinalInterval(128, 128));
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }

    /** After a collection: what is held while the score and its maps are. */
    private static double usedMiB() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }

    private static void print(String name, double value) {
        System.out.println(name + " " + value);
    }
}
