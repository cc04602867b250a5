/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.file.RgbFiles;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.synthesis.distortion.DistortionLevel;

/** The model that scores where none is named, AHIQ-S, on images it was not trained on. */
class DefaultModelTest {

    private static final Path IMAGES = Path.of("src/test/resources/images");
    private static final List<String> SCENES = List.of("scene1", "scene2", "scene3");
    private static final long MAX_WEIGHT_BYTES = 12_000_000;

    private static final Path MODEL = ModelStore.of(null).findOrDefault(null);

    private static Ahiq ahiq;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        ahiq = Ahiq.open();
    }

    @AfterAll
    static void close() {
        ahiq.close();
    }

    private static Score score(Path reference, Path distorted) {
        return ahiq.score(reference, distorted);
    }

    private static Path scene(String name) {
        return IMAGES.resolve(name + ".png");
    }

    private static PlanarImage image(Path file) {
        return PlanarImage.ofEightBits(ImageFiles.open(file));
    }

    private Path write(List<byte[]> planes, PlanarImage size, String name) {
        Path file = folder.resolve(name + ".png");
        RgbFiles.writePng(file, planes, size.width(), size.height());
        return file;
    }

    @Test
    void itIsSmallAndSaysWhatItIs() throws IOException {
        try (ModelFolder model = ModelFolder.open(MODEL)) {
            assertThat(model.card().name()).isEqualTo("ahiq-s");
            assertThat(model.card().description()).contains("not the published network");
            assertThat(model.card().training()).contains("HaarPSI, MDSI and VIF");
            assertThat(model.card().licence()).contains("BSD-2-Clause", "Apache-2.0");
            model.requireFiniteWeights();
        }
        Path weights = MODEL.resolve("weights.safetensors");
        assertThat(Files.size(weights)).isLessThan(MAX_WEIGHT_BYTES);
        try (Checkpoint tensors = Safetensors.open(weights)) {
            assertThat(tensors.tensor("backbone._conv_stem.weight").dtype()).isEqualTo(DType.F16);
        }
    }

    @Test
    void anImageItselfScoresOneAndNothingMore() {
        for (String scene : SCENES) {
            double identical = score(scene(scene), scene(scene)).value();
            assertThat(identical).isOne();
            for (String distortion : List.of("blur", "jpeg", "noise", "sr", "contrast", "shift")) {
                assertThat(score(scene(scene), scene(scene + "_" + distortion)).value())
                        .as("%s under %s", scene, distortion)
                        .isLessThan(identical);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian-blur",
                "jpeg",
                "jpeg2000",
                "white-noise",
                "shot-noise",
                "super-resolution-bicubic",
                "denoising-nonlocal"
            })
    void scoresFallWithTheLevel(String type) {
        for (String scene : SCENES) {
            List<Double> scores = new ArrayList<>();
            for (String level : List.of("1", "3", "5")) {
                DistortionLevel distortion = DistortionLevel.parse(type, level).get(0);
                PlanarImage distorted = distortion.apply(image(scene(scene)), 1);
                Path file = write(distorted.toBytes(), distorted, scene + level);
                scores.add(score(scene(scene), file).value());
            }
            assertThat(scores).as(scene).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blur", "jpeg", "noise", "sr"})
    void patchesOfTheDistortedHalfAreWorse(String distortion) {
        for (String scene : SCENES) {
            PlanarImage reference = image(scene(scene));
            PlanarImage distorted = image(scene(scene + "_" + distortion));
            Score score = score(scene(scene), write(leftHalf(distorted, reference), reference, scene));
            float[] map = score.maps("ahiq").get(0).values();
            int width = reference.width();
            assertThat(mean(map, width, 0, width / 2)).as(scene).isLessThan(mean(map, width, width / 2, width) - 0.01);
        }
    }

    /** Planes of the left half of one image beside the right half of another. */
    private static List<byte[]> leftHalf(PlanarImage left, PlanarImage right) {
        int width = left.width();
        List<byte[]> planes = new ArrayList<>();
        for (int plane = 0; plane < left.toBytes().size(); plane++) {
            byte[] mixed = right.toBytes().get(plane).clone();
            byte[] source = left.toBytes().get(plane);
            for (int row = 0; row < mixed.length; row += width) {
                System.arraycopy(source, row, mixed, row, width / 2);
            }
            planes.add(mixed);
        }
        return planes;
    }

    private static double mean(float[] map, int width, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < map.length; row += width) {
            for (float value : Arrays.copyOfRange(map, row + from, row + to)) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }
}
