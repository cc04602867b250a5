/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** Small stand-ins for datasets and models. */
public final class ReproductionFixture {

    private static final int SIDE = 36;

    private ReproductionFixture() {}

    /** A TID2013 of three references with four images each, which the more noise they have the worse are rated. */
    public static Path tid2013(Path root) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int reference = 1; reference <= 3; reference++) {
            image(root.resolve("reference_images/I0" + reference + ".BMP"), reference, 0);
            for (int level = 1; level <= 4; level++) {
                String name = "i0" + reference + "_01_" + level + ".bmp";
                image(root.resolve("distorted_images").resolve(name), reference, 10 * level + reference);
                labels.add(7 - level + 0.1 * reference + " " + name);
            }
        }
        Files.write(root.resolve("mos_with_names.txt"), labels);
        return root;
    }

    /** The challenge's test set with two references of two images each. */
    public static Path ntire2022(Path root) throws IOException {
        for (int reference = 0; reference < 2; reference++) {
            String name = "A000" + reference;
            image(root.resolve("NTIRE2022_FR_Testing_Ref/" + name + ".bmp"), reference, 0);
            for (int image = 0; image < 2; image++) {
                image(
                        root.resolve("NTIRE2022_FR_Testing_Dis/" + name + "_10_0" + image + ".bmp"),
                        reference,
                        20 + 20 * image);
            }
        }
        return root;
    }

    /** Crops of this model have 32 x 32 pixels. */
    public static Path model(Path folder, long seed) {
        ModelFolder.write(folder, new UntrainedModel("compact-" + seed, CompactArchitecture.patch8(), seed));
        return folder;
    }

    /** PNG whatever its name, since images are told by their content. */
    private static void image(Path file, int seed, int noise) throws IOException {
        Random content = new Random(seed);
        Random added = new Random(1000 * seed + noise);
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (60 + content.nextInt(100) + (noise == 0 ? 0 : added.nextInt(noise)));
        }
        Files.createDirectories(file.getParent());
        GreyFiles.writePng(file, pixels, SIDE, SIDE);
    }
}
