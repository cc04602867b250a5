/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.display.ColorTable;

/**
 * How ImageJ2 shows the channels of its images: colour tables and contrast by {@code getColorTable},
 * {@code getChannelMinimum} and {@code getChannelMaximum}. Where an image has none, ImageJ's defaults: red, green,
 * blue, cyan, magenta, yellow and grey; 0 to 255 for 8 bits, for others from the smallest to the largest value of the
 * first plane.
 */
final class DatasetColours {

    private static final int[] DEFAULTS = {0xff0000, 0xff00, 0xff, 0xffff, 0xff00ff, 0xffff00, 0xffffff};
    private static final int COLOURS = 256;
    private static final int RGB = 3;

    private DatasetColours() {}

    /** Empty for one channel, and for images that tell nothing of colours. */
    static Optional<ChannelColours> of(RandomAccessibleInterval<?> image, ImageSource source) {
        if (source.channels() == 1
                || Reflected.call(image, "getColorTableCount").isEmpty()) {
            return Optional.empty();
        }
        List<ChannelColours.Channel> channels = new ArrayList<>();
        for (int channel = 0; channel < source.channels(); channel++) {
            double[] ends = ends(image, source, channel);
            channels.add(new ChannelColours.Channel(table(image, channel), ends[0], ends[1]));
        }
        return Optional.of(new ChannelColours(channels));
    }

    private static double[] ends(RandomAccessibleInterval<?> image, ImageSource source, int channel) {
        double black = end(image, "getChannelMinimum", channel);
        double white = end(image, "getChannelMaximum", channel);
        if (black < white) {
            return new double[] {black, white};
        }
        ImagePlane first = source.channel(channel + 1, 1, 1);
        return first.sampleType() == SampleType.UINT8
                ? new double[] {0, SampleType.UINT8.fullScale()}
                : PixelScan.finiteMinMax(first);
    }

    private static double end(RandomAccessibleInterval<?> image, String method, int channel) {
        return Reflected.call(image, method, int.class, channel)
                .map(Double.class::cast)
                .orElse(Double.NaN);
    }

    private static byte[][] table(RandomAccessibleInterval<?> image, int channel) {
        Optional<ColorTable> colours =
                Reflected.call(image, "getColorTable", int.class, channel).map(ColorTable.class::cast);
        int last = DEFAULTS[Math.min(channel, DEFAULTS.length - 1)];
        byte[][] table = new byte[RGB][COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            for (int colour = 0; colour < RGB; colour++) {
                int component = colour;
                int bin = i;
                table[colour][i] = (byte) (int) colours.map(found -> found.getResampled(component, COLOURS, bin))
                        .orElse((last >> 8 * (RGB - 1 - colour) & 0xff) * i / (COLOURS - 1));
            }
        }
        return table;
    }
}
