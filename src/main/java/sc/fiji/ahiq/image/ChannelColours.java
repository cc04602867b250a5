/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * Colours and contrast of channels. A value of channel {@code c} is mapped linearly from {@code black..white} to
 * 0..255, clamped, and looked up in the table of the channel; the colours of all channels are added and clamped.
 */
public final class ChannelColours {

    private static final int MAX = 255;

    private final List<Channel> channels;

    /**
     * How one channel is shown.
     *
     * @param table red, green and blue, 256 values each
     * @param black value shown in the first colour
     * @param white value shown in the last colour
     */
    public record Channel(byte[][] table, double black, double white) {

        private int index(double value) {
            double scaled = white > black ? (value - black) / (white - black) * (MAX + 1) : value < black ? 0 : MAX;
            return (int) Math.max(0, Math.min(MAX, scaled));
        }
    }

    public ChannelColours(List<Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    public int count() {
        return channels.size();
    }

    /**
     * The picture of a plane, 8-bit RGB; copies pixels.
     *
     * @throws ImageException if it has more pixels than an array takes
     */
    public ImagePlane merge(ImageSource image, int slice, int frame) {
        if (image.height() > Integer.MAX_VALUE / image.width()) {
            throw new ImageException("Expected for channels=merge at most 2^31 - 1 pixels, but " + image.name() + " is "
                    + image.width() + " x " + image.height() + ". Use channels=rgb or channels=each.");
        }
        int width = (int) image.width();
        int[][] sums = new int[3][width * (int) image.height()];
        for (int c = 0; c < channels.size(); c++) {
            add(image.channel(c + 1, slice, frame), channels.get(c), sums);
        }
        return ImagePlane.of(
                image.name(),
                List.of(
                        ArrayImgs.unsignedBytes(clamped(sums[0]), width, image.height()),
                        ArrayImgs.unsignedBytes(clamped(sums[1]), width, image.height()),
                        ArrayImgs.unsignedBytes(clamped(sums[2]), width, image.height())));
    }

    private static void add(ImagePlane grey, Channel channel, int[][] sums) {
        Cursor<? extends RealType<?>> values =
                Views.flatIterable(grey.channels().get(0)).cursor();
        for (int i = 0; values.hasNext(); i++) {
            int index = channel.index(values.next().getRealDouble());
            for (int colour = 0; colour < 3; colour++) {
                sums[colour][i] += channel.table[colour][index] & MAX;
            }
        }
    }

    private static byte[] clamped(int[] sums) {
        byte[] bytes = new byte[sums.length];
        for (int i = 0; i < sums.length; i++) {
            bytes[i] = (byte) Math.min(MAX, sums[i]);
        }
        return bytes;
    }
}
