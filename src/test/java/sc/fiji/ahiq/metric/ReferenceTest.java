/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;

class ReferenceTest {

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
        Reference reference = Reference.of(shorts("ref", 0, 1000, 0, 0), RangeRule.AUTO);
        Distorted distorted = reference.distorted(shorts("dis", 500, 2000, 0, 0));
        assertThat(reference.range()).isEqualTo(new IntensityRange(0, 1000, "min-max of reference: 0..1000"));
        assertThat(distorted.scaled().range()).isEqualTo(reference.range());
        assertThat(firstValue(reference.scaled())).isZero();
        assertThat(firstValue(distorted.scaled())).isEqualTo(0.5f);
    }

    @Test
    void differentSizesNameBothImagesAndSizes() {
        assertThatThrownBy(() ->
                        Reference.of(bytes("ref.png", 30, 20), RangeRule.AUTO).distorted(bytes("dis.png", 30, 21)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected images of the same size, but reference ref.png is 30 x 20 and distorted dis.png is 30 x"
                                + " 21. Scale or crop one of them so that both show the same scene pixel by pixel.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "type"})
    void differentSampleTypesNeedARuleInPixelUnits(String rule) {
        assertThatThrownBy(() ->
                        Reference.of(bytes("ref", 2, 1), RangeRule.parse(rule)).distorted(shorts("dis", 0, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected images of the same sample type, but reference ref is 8-bit and distorted dis is 16-bit."
                                + " Choose the range each-type if each image fills the range of its type, such as 0..65535 and"
                                + " 0..255; or, if equal intensities have equal values in both, min-max, display or LO:HI"
                                + " instead of " + rule + ".");
    }

    @Test
    void eachImageMayBeScaledByItsOwnType() {
        Reference reference = Reference.of(shorts("master.png", 0, 65535), RangeRule.parse("each-type"));

        Distorted pair = reference.distorted(bytes("master.jpg", 2, 1));

        assertThat(pair.scaled().range().hi()).isEqualTo(255);
        assertThat(reference.range().description())
                .isEqualTo("full range of each image's type, reference 16-bit: 0..65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-max", "0:4000", "display"})
    void differentSampleTypesShareAnIntervalInPixelUnits(String rule) {
        ImagePlane reference = shorts("ref", 0, 4000).withDisplayRange(0, 4000);
        Distorted pair = Reference.of(reference, RangeRule.parse(rule)).distorted(floats("dis", 1000f, 0f));
        assertThat(firstValue(pair.scaled())).isEqualTo(0.25f);
    }

    @Test
    void greyAndRgbMayBeMixed() {
        ImagePlane rgb = ImagePlane.argb("rgb", ArrayImgs.argbs(new int[] {0xff336699, 0}, 2, 1));
        float[] target = new float[3];
        Reference.of(bytes("grey", 2, 1), RangeRule.AUTO)
                .distorted(rgb)
                .scaled()
                .readCrop(0, 0, 1, target, 0);
        assertThat(target).containsExactly(0.2f, 0.4f, 0.6f);
    }

    @Test
    void notANumberNamesImageAndPixel() {
        assertThatThrownBy(() -> Reference.of(floats("ref", 0, 1, 2, 3), RangeRule.parse("0:1"))
                        .distorted(floats("dis.tif", 0, 1, 2, Float.NaN)))
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
        assertThatThrownBy(() -> Reference.of(rgb, RangeRule.AUTO).distorted(floats("dis", 0, 1, 2, 3)))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(
                        "Expected finite pixel values, but ref.tif has -Infinity at x=0, y=1 of the green channel. ");
    }
}
