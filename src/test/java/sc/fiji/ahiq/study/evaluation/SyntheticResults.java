/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Results files whose evaluation is known. */
public final class SyntheticResults {

    private SyntheticResults() {}

    /** A file with these lines. */
    public static Path write(Path folder, String... lines) {
        Path file = folder.resolve("results.csv");
        try {
            return Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opinions from 1 to 5 on images of some references, 12 of each, of two kinds of distortion. {@code score} follows
     * them closely, {@code psnr} loosely, {@code gmsd} is 1 minus {@code psnr}, {@code mine} falls with them.
     */
    public static Path noisy(Path folder, int references) {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("reference,distorted,score,psnr,gmsd,mine,mos,distortion,level"));
        for (int reference = 0; reference < references; reference++) {
            for (int i = 0; i < 12; i++) {
                double mos = 1 + 4 * random.nextDouble();
                double psnr = mos + random.nextGaussian();
                lines.add(String.join(
                        ",",
                        "refs/r" + reference + ".png",
                        "dist/r" + reference + "_" + i + ".png",
                        Double.toString(mos + 0.1 * random.nextGaussian()),
                        Double.toString(psnr),
                        Double.toString(1 - psnr),
                        Double.toString(-mos + random.nextGaussian()),
                        Double.toString(mos),
                        i % 2 == 0 ? "blur" : "Noise",
                        Integer.toString(i / 2 + 1)));
            }
        }
        return write(folder, lines.toArray(String[]::new));
    }
}
