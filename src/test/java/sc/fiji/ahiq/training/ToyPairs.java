/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small references with noisy versions, listed in a manifest; the more noise, the lower the label. */
public final class ToyPairs {

    private static final int SIZE = 40;

    private ToyPairs() {}

    /** @return the manifest */
    public static Path write(Path folder, int references, int levels) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(List.of("reference,distorted,mos"));
        for (int reference = 0; reference < references; reference++) {
            writeImage(folder.resolve("r" + reference + ".png"), reference, 0);
            for (int level = 1; level <= levels; level++) {
                String name = "d" + reference + "_" + level + ".png";
                double noise = 12 * (level + reference / (double) references);
                writeImage(folder.resolve(name), reference, noise);
                lines.add("r" + reference + ".png," + name + "," + (100 - noise));
            }
        }
        return Files.write(folder.resolve("pairs.csv"), lines);
    }

    private static void writeImage(Path file, int seed, double noise) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    double scene = 128 + 60 * Math.sin((x * (c + 1) + y * (seed % 3 + 1)) / 9.0);
                    int value = (int) Math.round(scene + noise * random.nextGaussian());
                    rgb = rgb << 8 | Math.max(0, Math.min(255, value));
                }
                image.setRGB(x, y, rgb);
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
