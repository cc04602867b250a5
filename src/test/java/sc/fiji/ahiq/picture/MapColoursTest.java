/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.process.LUT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.ahiq.base.error.UsageException;

class MapColoursTest {

    /** By matplotlib's tables of 256 colours, at 0, 100, 200 and 255. */
    @ParameterizedTest
    @CsvSource({"mpl-viridis, 440154, 2c718e, 6ccd5a, fde725", "grays, 000000, 646464, c8c8c8, ffffff"})
    void areThoseThatImageJCallsSo(String name, String first, String hundredth, String twoHundredth, String last) {
        LUT lut = MapColours.parse(name).lut();

        requireNear(lut.getRGB(0), first);
        requireNear(lut.getRGB(100), hundredth);
        requireNear(lut.getRGB(200), twoHundredth);
        requireNear(lut.getRGB(255), last);
    }

    private static void requireNear(int rgb, String expected) {
        int other = Integer.parseInt(expected, 16);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat((rgb >> shift & 0xff) - (other >> shift & 0xff))
                    .as("%06x near %s", rgb & 0xffffff, expected)
                    .isBetween(-6, 6);
        }
    }

    @ParameterizedTest
    @EnumSource(MapColours.class)
    void becomeBrighterEvenly(MapColours colours) {
        double before = -1;
        for (int i = 0; i <= 16; i++) {
            int rgb = colours.rgb(i / 16.0);
            double light = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
            assertThat(light).isGreaterThan(before);
            before = light;
        }
    }

    @Test
    void othersAreRefused() {
        assertThatThrownBy(() -> MapColours.parse("fire"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Unknown colours 'fire': expected mpl-inferno, mpl-viridis, grays.");
    }
}
