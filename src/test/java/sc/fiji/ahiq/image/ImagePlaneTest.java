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
import sc.fiji.ahiq.base.error.ImageException;

class ImagePlaneTest {

    @Test
    void knowsSampleTypeAndSize() {
        assertThat(ImagePlane.grey("a", ArrayImgs.unsignedBytes(3, 2)).sampleType())
                .isEqualTo(SampleType.UINT8);
        assertThat(ImagePlane.grey("a", ArrayImgs.unsignedShorts(3, 2)).sampleType())
                .isEqualTo(SampleType.UINT16);
        assertThat(ImagePlane.grey("a", ArrayImgs.floats(3, 2)).sampleType()).isEqualTo(SampleType.FLOAT32);
        ImagePlane rgb = ImagePlane.argb("rgb", ArrayImgs.argbs(3, 2));
        assertThat(rgb.sampleType()).isEqualTo(SampleType.UINT8);
        assertThat(rgb.channels()).hasSize(3);
        assertThat(rgb.width()).isEqualTo(3);
        assertThat(rgb.height()).isEqualTo(2);
    }

    @Test
    void knowsTheMemoryOfItsPixels() {
        assertThat(ImagePlane.grey("a", ArrayImgs.unsignedBytes(3, 2)).sizeBytes())
                .isEqualTo(6);
        assertThat(ImagePlane.argb("a", ArrayImgs.argbs(3, 2)).sizeBytes()).isEqualTo(24);
        assertThat(ImagePlane.grey("a", ArrayImgs.unsignedShorts(3, 2)).sizeBytes())
                .isEqualTo(12);
        assertThat(ImagePlane.of("a", List.of(ArrayImgs.floats(3, 2), ArrayImgs.floats(3, 2), ArrayImgs.floats(3, 2)))
                        .sizeBytes())
                .isEqualTo(72);
    }

    @Test
    void onlyEightBitHasADisplayRangeByItself() {
        assertThat(ImagePlane.grey("a", ArrayImgs.unsignedBytes(1, 1)).hasDisplayRange())
                .isTrue();
        assertThat(ImagePlane.grey("a", ArrayImgs.floats(1, 1)).hasDisplayRange())
                .isFalse();
        assertThat(ImagePlane.grey("a", ArrayImgs.floats(1, 1))
                        .withDisplayRange(0, 1)
                        .hasDisplayRange())
                .isTrue();
        ImagePlane image = ImagePlane.grey("a", ArrayImgs.floats(1, 1));
        assertThatThrownBy(() -> image.withDisplayRange(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a display range: NaN..1.0");
    }

    @Test
    void greyColourTableGivesOneChannel() {
        byte[] negative = {(byte) 255, 0};
        ImagePlane image = ImagePlane.indexed(
                "a", ArrayImgs.unsignedBytes(new byte[] {0, 1}, 2, 1), new byte[][] {negative, negative, negative});
        assertThat(image.channels()).hasSize(1);
        assertThat(image.channels().get(0).getAt(0, 0).getRealDouble()).isEqualTo(255);
        assertThat(image.channels().get(0).getAt(1, 0).getRealDouble()).isZero();
    }

    @Test
    void otherPixelTypesAreNamed() {
        assertThatThrownBy(() -> ImagePlane.grey("a.tif", ArrayImgs.doubles(1, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected 8-bit, 16-bit (both unsigned) or 32-bit float pixels, but a.tif has DoubleType. Convert"
                                + " it, for example with Image > Type > 32-bit.");
    }

    @Test
    void otherDimensionsAndChannelCountsAreNamed() {
        assertThatThrownBy(() -> ImagePlane.grey("a.tif", ArrayImgs.floats(4, 4, 7)))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected a plane of 2 dimensions, but a.tif has 3. Choose one slice, frame and channel.");
        assertThatThrownBy(() -> ImagePlane.of("a.tif", List.of(ArrayImgs.floats(4, 4), ArrayImgs.floats(4, 4))))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected 1 channel (grey) or 3 channels (RGB), but a.tif has 2. Score channels one by one, for"
                                + " example after Image > Color > Split Channels.");
    }

    @Test
    void emptyAndUnequalPlanesAreRejected() {
        assertThatThrownBy(() -> ImagePlane.grey("a.tif", ArrayImgs.floats(new float[0], 0, 4)))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected an image with pixels, but a.tif has size 0 x 4. Check how it was made.");
        assertThatThrownBy(() -> ImagePlane.of(
                        "a.tif",
                        List.of(ArrayImgs.floats(4, 4), ArrayImgs.floats(4, 4), ArrayImgs.unsignedBytes(4, 4))))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected channels of one size and type, but those of a.tif differ. Check how the channels were"
                                + " combined.");
    }
}
