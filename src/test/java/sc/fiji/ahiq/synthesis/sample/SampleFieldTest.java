/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleFieldTest {

    private static final SampleField FIELD = SampleField.simulate(1);

    @ParameterizedTest
    @CsvSource({"DENOISED, 1436870917", "NOISE, 534315924", "BLUR, 2819682578", "JPEG, 1846386325"})
    void givesTheSamePixelsOnEveryMachine(Degradation degradation, long crc) {
        assertThat(crc(FIELD.degraded(degradation))).isEqualTo(crc);
    }

    @Test
    void givesTheSameReferenceOnEveryMachine() {
        assertThat(crc(FIELD.reference())).isEqualTo(1529673655L);
    }

    @Test
    void anotherSeedGivesAnotherField() {
        assertThat(crc(SampleField.simulate(2).reference())).isNotEqualTo(crc(FIELD.reference()));
    }

    @ParameterizedTest
    @EnumSource(Degradation.class)
    void picturesAreNamedAndOfTheSizeOfTheField(Degradation degradation) {
        SampleImage image = FIELD.degraded(degradation);

        assertThat(image.name()).isEqualTo(degradation.label()).isLowerCase();
        assertThat(image.width()).isEqualTo(SampleField.SIZE);
        assertThat(image.height()).isEqualTo(SampleField.SIZE);
    }

    @Test
    void referenceFillsTheRangeOfTheCamera() {
        int[] counts = counts(FIELD.reference());
        int clipped = 0;
        int dark = 0;
        for (int count : counts) {
            assertThat(count).isBetween(0, 4095);
            clipped += count == 4095 ? 1 : 0;
            dark += count < 600 ? 1 : 0;
        }

        assertThat(clipped).isLessThan(counts.length / 500);
        assertThat(dark).isGreaterThan(counts.length / 4);
        assertThat(mean(counts)).isBetween(600.0, 1400.0);
    }

    @Test
    void eightBitsAreTheCountsScaled() {
        SampleImage image = FIELD.reference();
        short[] counts = image.toShorts();
        byte[] bytes = image.toBytes();

        for (int i = 0; i < counts.length; i++) {
            assertThat(bytes[i] & 0xff).isEqualTo((int) Math.rint(counts[i] * 255.0 / 4095));
        }
    }

    @Test
    void everyPictureHasTheSameLight() {
        double light = mean(counts(FIELD.reference()));

        for (Degradation degradation : Degradation.values()) {
            assertThat(mean(counts(FIELD.degraded(degradation))))
                    .as(degradation.label())
                    .isBetween(0.97 * light, 1.03 * light);
        }
    }

    @Test
    void noiseIsRougherAndBlurAndDenoisingSmootherThanTheReference() {
        double reference = roughness(FIELD.reference());

        assertThat(roughness(FIELD.degraded(Degradation.NOISE))).isGreaterThan(2 * reference);
        assertThat(roughness(FIELD.degraded(Degradation.BLUR))).isLessThan(0.7 * reference);
        assertThat(roughness(FIELD.degraded(Degradation.DENOISED))).isLessThan(0.5 * reference);
    }

    @Test
    void jpegShowsItsBlocks() {
        int[] pixels = counts(FIELD.degraded(Degradation.JPEG));
        double inside = 0;
        double across = 0;
        for (int y = 0; y < SampleField.SIZE; y++) {
            for (int x = 8; x < SampleField.SIZE; x += 8) {
                int row = y * SampleField.SIZE;
                across += Math.abs(pixels[row + x] - pixels[row + x - 1]);
                inside += Math.abs(pixels[row + x + 4] - pixels[row + x + 3]);
            }
        }

        assertThat(across).isGreaterThan(1.3 * inside);
    }

    private static long crc(SampleImage image) {
        short[] counts = image.toShorts();
        ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length);
        bytes.asShortBuffer().put(counts);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static int[] counts(SampleImage image) {
        short[] shorts = image.toShorts();
        int[] counts = new int[shorts.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = shorts[i] & 0xffff;
        }
        return counts;
    }

    private static double mean(int[] values) {
        double sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Mean difference of neighbours in a row. */
    private static double roughness(SampleImage image) {
        int[] pixels = counts(image);
        double sum = 0;
        for (int i = 1; i < pixels.length; i++) {
            sum += Math.abs(pixels[i] - pixels[i - 1]);
        }
        return sum / pixels.length;
    }
}
