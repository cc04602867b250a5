/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.file.ReadPixels;

class ImagePlusPlanesTest {

    private static ImagePlus grey(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new ImagePlus("grey", new ByteProcessor(values.length, 1, bytes));
    }

    private static ImagePlus stack(int channels, int slices, int frames) {
        ImageStack stack = new ImageStack(2, 1);
        for (int i = 0; i < channels * slices * frames; i++) {
            stack.addSlice(new ShortProcessor(2, 1, new short[] {(short) (10 * i), (short) (10 * i + 1)}, null));
        }
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDimensions(channels, slices, frames);
        return image;
    }

    @Test
    void greyImagesKeepTheirDepthAndDisplayRange() {
        ImagePlus bytes = grey(3, 200);
        bytes.setDisplayRange(10, 90);
        ImagePlus shorts = new ImagePlus("s", new ShortProcessor(2, 1, new short[] {5, (short) 60000}, null));
        shorts.setDisplayRange(7, 4000);
        ImagePlus floats = new ImagePlus("f", new FloatProcessor(2, 1, new float[] {-1.5f, 9}));
        ImagePlane[] images = {ImagePlusPlanes.of(bytes), ImagePlusPlanes.of(shorts), ImagePlusPlanes.of(floats)};
        assertThat(images)
                .extracting(ImagePlane::sampleType)
                .containsExactly(SampleType.UINT8, SampleType.UINT16, SampleType.FLOAT32);
        assertThat(images).extracting(ImagePlane::name).containsExactly("grey", "s", "f");
        assertThat(images)
                .extracting(image -> RangeRule.parse("display").resolve(image).description())
                .containsExactly(
                        "display range of reference: 10..90",
                        "display range of reference: 7..4000",
                        "display range of reference: -1.5..9");
        assertThat(ReadPixels.channel(images[0], 0)).containsExactly(3, 200);
        assertThat(ReadPixels.channel(images[1], 0)).containsExactly(5, 60000);
        assertThat(ReadPixels.channel(images[2], 0)).containsExactly(-1.5, 9);
    }

    @Test
    void rgbImageHasItsChannels() {
        ImagePlane image =
                ImagePlusPlanes.of(new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] {0xff010203, 0xfffefdfc})));
        assertThat(ReadPixels.rgb(image)).isDeepEqualTo(new double[][] {{1, 254}, {2, 253}, {3, 252}});
    }

    @Test
    void pixelsAreWrappedNotCopied() {
        ImagePlus image = grey(1, 2);
        ImagePlane source = ImagePlusPlanes.of(image);
        image.getProcessor().set(1, 77);
        assertThat(ReadPixels.channel(source, 0)).containsExactly(1, 77);
    }

    @Test
    void indexedColourGoesThroughItsTable() {
        byte[][] table = new byte[3][256];
        new Random(5).nextBytes(table[0]);
        table[0][4] = 11;
        table[1][4] = 22;
        table[2][4] = 33;
        ImagePlus image = grey(4, 4);
        image.getProcessor().setColorModel(new LUT(table[0], table[1], table[2]));
        image.setTypeToColor256();
        assertThat(image.getType()).isEqualTo(ImagePlus.COLOR_256);
        assertThat(ReadPixels.rgb(ImagePlusPlanes.of(image)))
                .isDeepEqualTo(new double[][] {{11, 11}, {22, 22}, {33, 33}});
    }

    @Test
    void displayColoursAreIgnored() {
        ImagePlus image = grey(4, 200);
        image.getProcessor().setLut(LUT.createLutFromColor(Color.GREEN));
        ImagePlane source = ImagePlusPlanes.of(image);
        assertThat(source.channels()).hasSize(1);
        assertThat(ReadPixels.channel(source, 0)).containsExactly(4, 200);
    }

    @Test
    void invertingTableIsAppliedToEightBitImages() {
        ImagePlus image = grey(0, 200);
        image.getProcessor().invertLut();
        assertThat(ReadPixels.channel(ImagePlusPlanes.of(image), 0)).containsExactly(255, 55);
    }

    @Test
    void contrastSettingDoesNotChangeValues() {
        ImagePlus image = grey(50, 200);
        image.setDisplayRange(40, 60);
        assertThat(ReadPixels.channel(ImagePlusPlanes.of(image), 0)).containsExactly(50, 200);
        image.getProcessor().invertLut();
        image.setDisplayRange(40, 60);
        assertThat(ReadPixels.channel(ImagePlusPlanes.of(image), 0)).containsExactly(205, 55);
    }

    @Test
    void invertingTableOnMoreBitsIsRejected() {
        ImageProcessor processor = new ShortProcessor(2, 1, new short[] {1, 2}, null);
        processor.invertLut();
        ImagePlus image = new ImagePlus("negative", processor);
        assertThatThrownBy(() -> ImagePlusPlanes.of(image))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected values that grow with brightness, but negative has an inverting look-up table (0 is"
                                + " white). Use Image > Lookup Tables > Invert LUT, then Edit > Invert, and save it.");
    }

    @Test
    void threeChannelsAreRedGreenBlueWithTheWidestDisplayRange() {
        CompositeImage composite = new CompositeImage(stack(3, 1, 1), CompositeImage.COMPOSITE);
        for (int c = 1; c <= 3; c++) {
            composite.setC(c);
            composite.setDisplayRange(10 * c, 100 * c);
        }
        ImagePlane image = ImagePlusPlanes.of(composite);
        assertThat(image.sampleType()).isEqualTo(SampleType.UINT16);
        assertThat(ReadPixels.rgb(image)).isDeepEqualTo(new double[][] {{0, 1}, {10, 11}, {20, 21}});
        assertThat(RangeRule.parse("display").resolve(image).description())
                .isEqualTo("display range of reference: 10..300");
    }

    @Test
    void otherChannelCountsAreRejected() {
        assertThatThrownBy(() -> ImagePlusPlanes.of(stack(2, 1, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected 1 channel (grey) or 3 channels (RGB), but stack has 2. Score channels one by one, for"
                                + " example after Image > Color > Split Channels.");
    }

    @Test
    void stacksAreRejectedWithTheirSize() {
        assertThatThrownBy(() -> ImagePlusPlanes.of(stack(3, 5, 2)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected a single plane, but stack has 5 slices and 2 frames. Score the slices one by one, for"
                                + " example after Image > Stacks > Stack to Images.");
    }

    @Test
    void signedPixelsAreRejected() {
        ImagePlus image = new ImagePlus("signed", new ShortProcessor(2, 1));
        image.getLocalCalibration().setSigned16BitCalibration();
        assertThatThrownBy(() -> ImagePlusPlanes.of(image))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected unsigned pixels, but signed is signed 16-bit. Convert both images with Image > Type >"
                                + " 32-bit.");
    }

    @Test
    void imageWithoutPixelsIsRejected() {
        assertThatThrownBy(() -> ImagePlusPlanes.of(new ImagePlus()))
                .isInstanceOf(ImageException.class)
                .hasMessageEndingWith("has no pixels; perhaps it was closed. Open it again.");
    }
}
