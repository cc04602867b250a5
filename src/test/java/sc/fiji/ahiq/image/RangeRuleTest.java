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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;

class RangeRuleTest {

    private static final ImagePlane BYTES =
            ImagePlane.grey("bytes.png", ArrayImgs.unsignedBytes(new byte[] {10, (byte) 200}, 2, 1));
    private static final ImagePlane SHORTS =
            ImagePlane.grey("shorts.tif", ArrayImgs.unsignedShorts(new short[] {12, 4095}, 2, 1));
    private static final ImagePlane FLOATS =
            ImagePlane.grey("floats.tif", ArrayImgs.floats(new float[] {-0.5f, 2.25f}, 2, 1));

    private static IntensityRange resolve(String rule, ImagePlane reference) {
        return RangeRule.parse(rule).resolve(reference);
    }

    @Test
    void autoIsFullRangeForEightBitAndMinMaxOtherwise() {
        assertThat(resolve("auto", BYTES)).isEqualTo(new IntensityRange(0, 255, "full range of 8-bit: 0..255"));
        assertThat(resolve("auto", SHORTS)).isEqualTo(new IntensityRange(12, 4095, "min-max of reference: 12..4095"));
        assertThat(resolve("auto", FLOATS))
                .isEqualTo(new IntensityRange(-0.5, 2.25, "min-max of reference: -0.5..2.25"));
    }

    @Test
    void typeIsFullRangeOfSampleType() {
        assertThat(resolve("type", BYTES)).isEqualTo(new IntensityRange(0, 255, "full range of 8-bit: 0..255"));
        assertThat(resolve("type", SHORTS)).isEqualTo(new IntensityRange(0, 65535, "full range of 16-bit: 0..65535"));
        assertThat(resolve("type", FLOATS)).isEqualTo(new IntensityRange(0, 1, "full range of 32-bit float: 0..1"));
    }

    @Test
    void displayIsDisplayRangeOfReference() {
        assertThat(resolve("display", SHORTS.withDisplayRange(100, 3000)))
                .isEqualTo(new IntensityRange(100, 3000, "display range of reference: 100..3000"));
        assertThat(resolve("display", BYTES).hi()).isEqualTo(255);
    }

    @Test
    void displayWithoutDisplayRangeSaysWhatToUse() {
        assertThatThrownBy(() -> resolve("display", SHORTS))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Range 'display' needs the display range of the reference, but shorts.tif stores none. Use min-max,"
                                + " or open the image in ImageJ first. Give an explicit range such as 0:255 or 0:65535.");
    }

    @Test
    void minMaxCoversAllChannels() {
        ImagePlane rgb = ImagePlane.of(
                "rgb",
                List.of(
                        ArrayImgs.unsignedBytes(new byte[] {9}, 1, 1),
                        ArrayImgs.unsignedBytes(new byte[] {3}, 1, 1),
                        ArrayImgs.unsignedBytes(new byte[] {(byte) 250}, 1, 1)));
        assertThat(resolve("min-max", rgb)).isEqualTo(new IntensityRange(3, 250, "min-max of reference: 3..250"));
    }

    @Test
    void constantReferenceAsksForExplicitRange() {
        ImagePlane black = ImagePlane.grey("black.tif", ArrayImgs.unsignedShorts(new short[4], 2, 2));
        assertThatThrownBy(() -> resolve("auto", black))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected pixel values that span an interval, but the min-max of the reference black.tif is 0..0."
                                + " Give an explicit range such as 0:255 or 0:65535.");
    }

    @Test
    void explicitRangeIgnoresTheReference() {
        assertThat(resolve("-1.5:4e3", BYTES)).isEqualTo(new IntensityRange(-1.5, 4000, "explicit: -1.5..4000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Auto", "minmax", "0", "0:1:2", "0:", ":5", "a:b", "0-255", "explicit"})
    void unknownRuleIsRejected(String text) {
        assertThatThrownBy(() -> RangeRule.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected the range auto, type, each-type, display, min-max, plane or LO:HI, but found '"
                        + text + "'. Write for example auto or 0:4095.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5:5", "255:0", "NaN:1", "0:NaN", "0:Infinity", "-Infinity:0", "-1e308:1e308"})
    void emptyOrInfiniteIntervalIsRejected(String text) {
        assertThatThrownBy(() -> RangeRule.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected finite LO:HI with LO smaller than HI, but the range is '" + text
                        + "'. Write for example 0:4095.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "type", "display", "min-max", "0.5:2.0"})
    void printsTheTextItParses(String text) {
        assertThat(RangeRule.parse(text)).hasToString(text);
    }
}
