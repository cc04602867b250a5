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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.filter.Plane;

class PlanarImageTest {

    private static PlanarImage rgb(double red, double green, double blue) {
        return PlanarImage.of(List.of(plane(red), plane(green), plane(blue)));
    }

    private static Plane plane(double value) {
        return new Plane(1, 1, new double[] {value});
    }

    @Test
    void eightBitSamplesKeepTheirValues() {
        byte[] counting = new byte[256];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        ImagePlane source = ImagePlane.grey("ramp", ArrayImgs.unsignedBytes(counting, 16, 16));

        PlanarImage image = Reference.of(source, RangeRule.AUTO).planar();

        for (int i = 0; i < counting.length; i++) {
            assertThat(image.grey().values()[i]).isEqualTo(i);
        }
    }

    @Test
    void theRangeOfThePairBecomes255AndValuesOutsideAreClamped() {
        ImagePlane source = ImagePlane.grey("ramp", ArrayImgs.floats(new float[] {-1, 1, 2, 3, 5}, 5, 1));

        PlanarImage image = Reference.of(source, RangeRule.parse("1:3")).planar();

        assertThat(image.grey().values()).containsExactly(0, 0, 127.5, 255, 255);
    }

    @Test
    void channelsAreRedGreenBlue() {
        ImagePlane source = ImagePlane.argb("pixel", ArrayImgs.argbs(new int[] {0xff102030}, 1, 1));

        PlanarImage image = Reference.of(source, RangeRule.AUTO).planar();

        assertThat(image.isColour()).isTrue();
        assertThat(image.rgb()).extracting(plane -> plane.at(0, 0)).containsExactly(16.0, 32.0, 48.0);
    }

    @Test
    void greyOfWholeSamplesIsRoundedAndThatOfOthersIsNot() {
        assertThat(rgb(10, 20, 30).grey().at(0, 0)).isEqualTo(18);
        assertThat(rgb(10.5, 20, 30).grey().at(0, 0)).isEqualTo(0.2989 * 10.5 + 0.5870 * 20 + 0.1140 * 30);
    }

    @Test
    void lumaIsNotRounded() {
        assertThat(rgb(10, 20, 30).luma().at(0, 0)).isEqualTo(0.299 * 10 + 0.587 * 20 + 0.114 * 30);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.001, 255.001})
    void samplesThatAreNoneAreRefusedWithTheirPlace(double sample) {
        Plane plane = new Plane(3, 2, new double[] {0, 0, 0, 0, sample, 0});

        assertThatThrownBy(() -> PlanarImage.grey(plane))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected samples in 0..255, but found " + sample
                        + " at x=1, y=1. Replace such pixels or choose a range that covers all.");
    }

    @Test
    void twoPlanesAreRefused() {
        assertThatThrownBy(() -> PlanarImage.of(List.of(plane(1), plane(2))))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected 1 plane (grey) or 3 planes (RGB), but found 2. Compare channels one by one.");
    }

    @Test
    void planesOfDifferentSizeAreRefused() {
        assertThatThrownBy(() -> PlanarImage.of(List.of(plane(1), plane(2), Plane.zeros(2, 1))))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected planes of one size, but found 1 x 1 and 2 x 1. Check how the image was made.");
    }
}
