/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.synthesis.distortion.Distortion;
import sc.fiji.ahiq.synthesis.distortion.Distortions;

class DistortTest {

    private final CommandInfo info = new CommandInfo(Distort.class);
    private final Module module = module();

    @Test
    void offersEveryTypeAndAll() {
        assertThat(info.getInput("type").getChoices())
                .extracting(Object::toString)
                .containsExactlyElementsOf(
                        Stream.concat(Distortions.all().stream().map(Distortion::name), Stream.of("all"))
                                .toList());
    }

    @Test
    void givesOneDistortedImage() {
        ImagePlus image = grey();
        image.getCalibration().setUnit("nm");

        ImagePlus distorted = distort(image, "gaussian-blur", "2", 1);

        PlanarImage expected = Distortions.named("gaussian-blur").apply(pixels(image), 2, 1);
        assertThat(distorted.getTitle()).isEqualTo("cells_gaussian-blur_2");
        assertThat(distorted.getStackSize()).isEqualTo(1);
        assertThat(distorted.getProcessor().getPixels())
                .isEqualTo(expected.toBytes().get(0));
        assertThat(distorted.getCalibration().getUnit()).isEqualTo("nm");
    }

    @Test
    void givesAllLevelsOfAColourImageAsAStackWithLabels() {
        ImagePlus image = colour();

        ImagePlus distorted = distort(image, "white-noise", "all", 3);

        assertThat(distorted.getTitle()).isEqualTo("colours_white-noise");
        assertThat(distorted.getBitDepth()).isEqualTo(24);
        assertThat(distorted.getStack().getSliceLabels())
                .startsWith("white-noise_1", "white-noise_2", "white-noise_3", "white-noise_4", "white-noise_5");
        PlanarImage expected = Distortions.named("white-noise").apply(pixels(image), 4, 3);
        ColorProcessor slice = (ColorProcessor) distorted.getStack().getProcessor(4);
        assertThat(List.of(slice.getChannel(1), slice.getChannel(2), slice.getChannel(3)))
                .usingRecursiveComparison()
                .isEqualTo(expected.toBytes());
    }

    @Test
    void leavesDistortionsOfColoursOutForAGreyImage() {
        ImagePlus distorted = distort(grey(), "all", "1", 1);

        assertThat(distorted.getStackSize()).isEqualTo(Distortions.all().size() - 5);
        assertThat(distorted.getStack().getSliceLabels())
                .doesNotContain("colour-shift_1")
                .contains("jpeg_1");
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> distort(grey(), "colour-shift", "1", 1))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("Expected a colour image, because colour-shift distorts colours");
        assertThatThrownBy(() -> distort(grey(), "jpeg", "9", 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a level from 1 (weakest) to 5, or all, but found '9'.");
        assertThatThrownBy(() -> distort(new ImagePlus("deep", new ShortProcessor(40, 40)), "jpeg", "1", 1))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected an 8-bit or RGB image, but deep is 16-bit. Convert it first, for example with"
                        + " Image > Type > 8-bit, and use the result as the reference, too.");
        assertThat(module.getOutput("distorted")).isNull();
    }

    @Test
    void canBeStopped() {
        ((Distort) module.getDelegateObject()).setProgress((done, total) -> {
            assertThat(total).isEqualTo(5);
            if (done == 2) {
                throw new CancelledException();
            }
        });

        assertThatThrownBy(() -> distort(grey(), "jpeg", "all", 1)).isInstanceOf(CancelledException.class);

        assertThat(module.getOutput("distorted")).isNull();
    }

    @Test
    void refusesStacks() {
        ImagePlus stack = distort(grey(), "jpeg", "all", 1);

        assertThatThrownBy(() -> distort(stack, "jpeg", "1", 1))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected a single plane, but image=cells_jpeg has 5 slices and 1 frames. Duplicate one plane.");
    }

    private ImagePlus distort(ImagePlus image, String type, String level, long seed) {
        module.setInput("image", new ImagePlusSource(image));
        module.setInput("type", type);
        module.setInput("level", level);
        module.setInput("seed", seed);
        module.run();
        return (ImagePlus) module.getOutput("distorted");
    }

    private static PlanarImage pixels(ImagePlus image) {
        return PlanarImage.ofEightBits(new ImagePlusSource(image).plane(1, 1));
    }

    private static ImagePlus grey() {
        byte[] pixels = new byte[40 * 36];
        new Random(1).nextBytes(pixels);
        return new ImagePlus("cells", new ByteProcessor(40, 36, pixels));
    }

    private static ImagePlus colour() {
        return new ImagePlus(
                "colours",
                new ColorProcessor(40, 36, new Random(2).ints(40 * 36).toArray()));
    }

    private Module module() {
        try {
            return info.createModule();
        } catch (ModuleException e) {
            throw new AssertionError(e);
        }
    }
}
