/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;

class ImagePairTest {

    private static ImagePlane bytes(String name, int width, int height) {
        return ImagePlane.grey(name, ArrayImgs.unsignedBytes(new byte[width * height], width, height));
    }

    private static ImagePlane floats(String name, float... values) {
        return ImagePlane.grey(name, ArrayImgs.floats(values, 2, values.length / 2));
    }

    private static ImagePlane shorts(String name, int... values) {
        short[] pixels = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (short) values[i];
        }
        return ImagePlane.grey(name, ArrayImgs.unsignedShorts(pixels, 2, values.length / 2));
    }

    private static float firstValue(ScaledPlane image) {
        float[] target = new float[3];
        image.readCrop(0, 0, 1, target, 0);
        return target[0];
    }

    @Test
    void rangeOfTheReferenceAppliesToBoth() {
        ImagePair pair = ImagePair.of(shorts("ref", 0, 1000, 0, 0), shorts("dis", 500, 2000, 0, 0), RangeRule.AUTO);
        assertThat(pair.range()).isEqualTo(new IntensityRange(0, 1000, "min-max of reference: 0..1000"));
        assertThat(pair.distorted().range()).isEqualTo(pair.range());
        assertThat(firstValue(pair.reference())).isZero();
        assertThat(firstValue(pair.distorted())).isEqualTo(0.5f);
        assertThat(pair.width()).isEqualTo(2);
        assertThat(pair.height()).isEqualTo(2);
    }

    @Test
    void differentSizesNameBothImagesAndSizes() {
        assertThatThrownBy(() -> ImagePair.of(bytes("ref.png", 30, 20), bytes("dis.png", 30, 21), RangeRule.AUTO))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected images of the same size, but reference ref.png is 30 x 20 and distorted dis.png is 30 x"
                                + " 21. Scale or crop one of them so that both show the same scene pixel by pixel.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "type"})
    void differentSampleTypesNeedARuleInPixelUnits(String rule) {
        assertThatThrownBy(() -> ImagePair.of(bytes("ref", 2, 1), shorts("dis", 0, 1), RangeRule.parse(rule)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected images of the same sample type, but reference ref is 8-bit and distorted dis is 16-bit."
                                + " Convert one of them, or, if equal intensities have equal values in both, choose the range min-max,"
                                + " display or LO:HI instead of " + rule + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-max", "0:4000", "display"})
    void differentSampleTypesShareAnIntervalInPixelUnits(String rule) {
        ImagePlane reference = shorts("ref", 0, 4000).withDisplayRange(0, 4000);
        ImagePair pair = ImagePair.of(reference, floats("dis", 1000f, 0f), RangeRule.parse(rule));
        assertThat(firstValue(pair.distorted())).isEqualTo(0.25f);
    }

    @Test
    void greyAndRgbMayBeMixed() {
        ImagePlane rgb = ImagePlane.argb("rgb", ArrayImgs.argbs(new int[] {0xff336699, 0}, 2, 1));
        float[] target = new float[3];
        ImagePair.of(bytes("grey", 2, 1), rgb, RangeRule.AUTO).distorted().readCrop(0, 0, 1, target, 0);
        assertThat(target).containsExactly(0.2f, 0.4f, 0.6f);
    }

    @Test
    void notANumberNamesImageAndPixel() {
        assertThatThrownBy(() -> ImagePair.of(
                        floats("ref", 0, 1, 2, 3), floats("dis.tif", 0, 1, 2, Float.NaN), RangeRule.parse("0:1")))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected finite pixel values, but dis.tif has NaN at x=1, y=1. Replace such pixels, for example"
                                + " with Process > Noise > Remove NaNs, or crop them away.");
    }

    @Test
    void infinityNamesChannelAndPixelFromTheCornerOfAView() {
        ImagePlane rgb = ImagePlane.of(
                "ref.tif",
                List.of(
                        ArrayImgs.floats(new float[4], 2, 2),
                        Views.translate(ArrayImgs.floats(new float[] {0, 0, Float.NEGATIVE_INFINITY, 0}, 2, 2), 5, 7),
                        ArrayImgs.floats(new float[4], 2, 2)));
        assertThatThrownBy(() -> ImagePair.of(rgb, floats("dis", 0, 1, 2, 3), RangeRule.AUTO))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(
                        "Expected finite pixel values, but ref.tif has -Infinity at x=0, y=1 of the green channel. ");
    }
}
