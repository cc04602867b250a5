/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.ij1.CompactModel;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;

/** Maps of scored images as ImageJ shows them. */
class ScoredMapsTest {

    private static final int SIZE = 40;

    @TempDir
    private static Path folder;

    private static CommandModule score(ImageSource reference, ImageSource distorted, Object... further)
            throws Exception {
        CommandModule module = new CommandModule(new CommandInfo(ScorePair.class));
        module.setInput("reference", reference);
        module.setInput("distorted", distorted);
        module.setInput("maps", true);
        for (int i = 0; i < further.length; i += 2) {
            module.setInput((String) further[i], further[i + 1]);
        }
        ((ScoringCommand) module.getCommand()).run();
        return module;
    }

    private static byte[] noise(int seed) {
        byte[] pixels = new byte[SIZE * SIZE];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    private static ImageSource image(int seed) {
        return new ImagePlusSource(new ImagePlus("image" + seed, new ByteProcessor(SIZE, SIZE, noise(seed))));
    }

    @Test
    void mapsOfAllImagesAreShownOnOneScale() throws Exception {
        CompactModel.write(folder.resolve("model"));
        String model = folder.resolve("model").toString();
        for (ImageSource distorted : new ImageSource[] {image(1), image(2)}) {
            ScoringCommand command =
                    (ScoringCommand) score(image(1), distorted, "metrics", "ahiq,ssim", "model", model, "device", "cpu")
                            .getCommand();
            assertThat(command.maps()).hasSize(2).allSatisfy(ScoredMapsTest::requireScale);
            assertThat(command.metricMaps()).hasSize(1).allSatisfy(ScoredMapsTest::requireScale);
            assertThat(command.maps())
                    .extracting(map -> map.getProp("ahiq_map"))
                    .containsExactly("quality", "weight");
            assertThat(command.metricMaps().get(0).getProp("ahiq_map")).isEqualTo("ssim");
            assertThat(command.maps())
                    .allSatisfy(map -> assertThat(map.getOverlay()).isNull());
        }
    }

    private static void requireScale(ImagePlus map) {
        assertThat(map.getDisplayRangeMin()).isZero();
        assertThat(map.getDisplayRangeMax()).isEqualTo(1);
    }

    @Test
    void coloursAreChosenByTheirNamesInImageJ() throws Exception {
        ScoringCommand command = (ScoringCommand) score(image(1), image(2), "metrics", "ssim", "colours", "mpl-viridis")
                .getCommand();

        assertThat(command.metricMaps().get(0).getProcessor().getLut().getRGB(255) & 0xffffff)
                .isEqualTo(0xfde725);
        assertThatThrownBy(() -> score(image(1), image(2), "metrics", "ssim", "colours", "fire"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("colours=fire: Unknown colours 'fire': expected mpl-inferno, ");
    }

    @Test
    void mapsOfADatasetLieWhereItsPixelsLie() throws Exception {
        ImageSource dataset = new LabelledImage(ArrayImgs.unsignedBytes(noise(2), SIZE, SIZE), "X", "Y")
                .scaled(0.5, 10, "µm")
                .source();

        ScoringCommand command =
                (ScoringCommand) score(image(1), dataset, "metrics", "gmsd").getCommand();

        Calibration calibration = command.metricMaps().get(0).getCalibration();
        assertThat(calibration.pixelWidth).isEqualTo(1.0);
        assertThat(calibration.getX(0)).isEqualTo(10);
        assertThat(calibration.getX(3)).isEqualTo(13);
        assertThat(calibration.getUnit()).isEqualTo("µm");
    }

    @Test
    void nothingIsPutOutWhenNothingWasScored() throws Exception {
        CommandModule module = new CommandModule(new CommandInfo(ScorePair.class));
        module.setInput("reference", image(1));
        module.setInput("distorted", image(2));
        module.setInput("metrics", "unknown");

        assertThatThrownBy(((ScoringCommand) module.getCommand())::run).isInstanceOf(UsageException.class);

        assertThat(module.getOutputs().values()).containsOnlyNulls();
        assertThat(((ScoringCommand) module.getCommand()).scores()).isEmpty();
    }
}
