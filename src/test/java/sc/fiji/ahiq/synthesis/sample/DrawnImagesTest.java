/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.filter.Plane;

class DrawnImagesTest {

    @Test
    void aSeedGivesAPhantomOfItsOwn() {
        byte[] first = DrawnImages.phantom(1).toBytes();

        assertThat(first)
                .hasSize(512 * 512)
                .isEqualTo(DrawnImages.phantom(1).toBytes())
                .isNotEqualTo(DrawnImages.phantom(2).toBytes());
    }

    @Test
    void aPhantomHasAnEmptyBorderRoundABrightRingAndGreyTissue() {
        byte[] bytes = DrawnImages.phantom(4).toBytes();
        double[] values = new double[bytes.length];
        Arrays.setAll(values, i -> bytes[i] & 0xff);
        Plane phantom = new Plane(512, 512, values);

        assertThat(phantom.crop(0, 0, 512, 12).max()).isZero();
        assertThat(phantom.max()).isGreaterThan(200);
        assertThat(phantom.crop(200, 200, 112, 112).mean()).isBetween(10.0, 230.0);
    }

    @Test
    void aSeedGivesAPageOfItsOwnInColourWithMuchPaper() {
        List<byte[]> page = DrawnImages.page(1);

        assertThat(page).hasSize(3).usingRecursiveComparison().isEqualTo(DrawnImages.page(1));
        assertThat(page.get(0))
                .isNotEqualTo(page.get(2))
                .isNotEqualTo(DrawnImages.page(2).get(0));
        byte paper = page.get(0)[0];
        assertThat(count(page.get(0), paper)).isBetween(512 * 512 / 4, 512 * 512 - 2000);
    }

    private static int count(byte[] plane, byte value) {
        int count = 0;
        for (byte one : plane) {
            count += one == value ? 1 : 0;
        }
        return count;
    }
}
