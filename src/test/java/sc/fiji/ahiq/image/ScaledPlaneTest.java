/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class ScaledPlaneTest {

    private static final IntensityRange BYTE_RANGE = new IntensityRange(0, 255, "test");

    private static byte[] counting(int count) {
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) i;
        }
        return values;
    }

    /** The red plane of a crop as 8-bit values. */
    private static int[] crop(ImagePlane image, long left, long top, int size) {
        float[] target = new float[3 * size * size];
        new ScaledPlane(image, BYTE_RANGE).readCrop(left, top, size, target, 0);
        int[] values = new int[size * size];
        Arrays.setAll(values, i -> Math.round(target[i] * 255));
        return values;
    }

    @Test
    void eightBitValuesAreExactlyTheirFraction() {
        ImagePlane image = ImagePlane.grey("ramp", ArrayImgs.unsignedBytes(counting(256), 16, 16));
        float[] target = new float[3 * 256];
        new ScaledPlane(image, BYTE_RANGE).readCrop(0, 0, 16, target, 0);
        for (int v = 0; v < 256; v++) {
            assertThat(target[v]).isEqualTo((float) (v / 255.0));
        }
    }

    @Test
    void cropIsPlanarRedGreenBlueFromTheOffsetOn() {
        int[] packed = {0xff102030, 0xff112131, 0x00122232, 0xff132333};
        ImagePlane image = ImagePlane.argb("rgb", ArrayImgs.argbs(packed, 2, 2));
        float[] target = new float[14];
        Arrays.fill(target, -1);
        new ScaledPlane(image, BYTE_RANGE).readCrop(0, 0, 2, target, 1);
        int[] expected = {0x10, 0x11, 0x12, 0x13, 0x20, 0x21, 0x22, 0x23, 0x30, 0x31, 0x32, 0x33};
        for (int i = 0; i < expected.length; i++) {
            assertThat(target[i + 1]).isEqualTo((float) (expected[i] / 255.0));
        }
        assertThat(target[0]).isEqualTo(-1);
        assertThat(target[13]).isEqualTo(-1);
    }

    @Test
    void greyIsReplicated() {
        ImagePlane image = ImagePlane.grey("grey", ArrayImgs.unsignedBytes(new byte[] {0, 51, 102, (byte) 255}, 2, 2));
        float[] target = new float[12];
        new ScaledPlane(image, BYTE_RANGE).readCrop(0, 0, 2, target, 0);
        assertThat(target).containsExactly(0, 0.2f, 0.4f, 1, 0, 0.2f, 0.4f, 1, 0, 0.2f, 0.4f, 1);
    }

    @Test
    void valuesOutsideTheRangeAreClamped() {
        ImagePlane image = ImagePlane.grey("floats", ArrayImgs.floats(new float[] {-7, 10, 15, 99}, 2, 2));
        float[] target = new float[12];
        new ScaledPlane(image, new IntensityRange(10, 20, "test")).readCrop(0, 0, 2, target, 0);
        assertThat(Arrays.copyOf(target, 4)).containsExactly(0, 0, 0.5f, 1);
    }

    @Test
    void outsidePixelsAreMirroredWithoutRepeatingTheBorder() {
        // rows 0 1 2 / 3 4 5; columns -4..2 mirror to 0 1 2 1 0 1 2, rows -3..3 to 1 0 1 0 1 0 1
        ImagePlane image = ImagePlane.grey("small", ArrayImgs.unsignedBytes(counting(6), 3, 2));
        int[] odd = {3, 4, 5, 4, 3, 4, 5};
        int[] even = {0, 1, 2, 1, 0, 1, 2};
        int[] values = crop(image, -4, -3, 7);
        for (int row = 0; row < 7; row++) {
            assertThat(Arrays.copyOfRange(values, 7 * row, 7 * row + 7)).isEqualTo(row % 2 == 0 ? odd : even);
        }
    }

    @Test
    void mirroringGoesOnAtAnyDistance() {
        ImagePlane image = ImagePlane.grey("row", ArrayImgs.unsignedBytes(counting(4), 4, 1));
        assertThat(crop(image, 6_000_000_000L, 0, 1)).containsExactly(0);
        assertThat(crop(image, 6_000_000_004L, -5, 1)).containsExactly(2);
        assertThat(crop(image, -6_000_000_001L, 0, 1)).containsExactly(1);
    }

    @Test
    void singlePixelIsReplicated() {
        ImagePlane image = ImagePlane.grey("pixel", ArrayImgs.unsignedBytes(new byte[] {7}, 1, 1));
        assertThat(crop(image, -1, -5, 3)).containsOnly(7);
    }

    @Test
    void intervalWithNonZeroMinIsReadFromItsCorner() {
        Img<UnsignedByteType> whole = ArrayImgs.unsignedBytes(counting(30), 6, 5);
        ImagePlane image = ImagePlane.grey("view", Views.interval(whole, Intervals.createMinSize(2, 1, 3, 3)));
        assertThat(image.width()).isEqualTo(3);
        assertThat(image.height()).isEqualTo(3);
        assertThat(crop(image, 0, 0, 3)).containsExactly(8, 9, 10, 14, 15, 16, 20, 21, 22);
        assertThat(crop(image, -1, 0, 2)).containsExactly(9, 8, 15, 14);
    }

    @Test
    void sixteenBitValuesKeepTheirResolution() {
        ImagePlane image =
                ImagePlane.of("shorts", List.of(ArrayImgs.unsignedShorts(new short[] {1, 2, (short) 65535, 0}, 2, 2)));
        float[] target = new float[12];
        new ScaledPlane(image, new IntensityRange(0, 65535, "test")).readCrop(0, 0, 2, target, 0);
        assertThat(Arrays.copyOf(target, 4)).containsExactly((float) (1 / 65535.0), (float) (2 / 65535.0), 1, 0);
    }

    @Test
    void tooShortTargetIsRejected() {
        ImagePlane image = ImagePlane.grey("pixel", ArrayImgs.unsignedBytes(new byte[1], 1, 1));
        ScaledPlane normalized = new ScaledPlane(image, BYTE_RANGE);
        assertThatThrownBy(() -> normalized.readCrop(0, 0, 2, new float[12], 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
