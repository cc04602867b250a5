/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.image.ScaledPlane;

/**
 * Small pictures of images of any size, whose rows are read one after the other. Every pixel is the mean of those it
 * stands for.
 */
public final class Thumbnail {

    private static final int RGB = 3;
    private static final double MAX = 255;

    /** How bright what does not count is left. */
    private static final double DIMMEST = 0.15;

    private final BufferedImage picture;

    private Thumbnail(ScaledPlane image, Frame frame, Mixing mixing) {
        picture = frame.picture(image.width(), image.height());
        int width = (int) image.width();
        float[] row = new float[RGB * width];
        for (int y = 0; y < picture.getHeight(); y++) {
            int top = (int) (y * image.height() / picture.getHeight());
            int bottom = Math.max(top + 1, (int) ((y + 1L) * image.height() / picture.getHeight()));
            long[][] sums = new long[RGB][picture.getWidth()];
            for (int imageRow = top; imageRow < bottom; imageRow++) {
                image.readBox(0, imageRow, width, 1, row, 0);
                add(mixing.row(imageRow, row), width, sums);
            }
            paint(y, sums, width, bottom - top);
        }
    }

    /** What is shown of the samples of a row. */
    private interface Mixing {

        /**
         * @param samples 0..1, red, green and blue one after the other
         * @return 0..255 of the channels and pixels of the row
         */
        Pixels row(int y, float[] samples);
    }

    private interface Pixels {
        int at(int channel, int x);
    }

    private void add(Pixels pixels, int width, long[][] sums) {
        for (int channel = 0; channel < RGB; channel++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int column = left(x, width); column < right(x, width); column++) {
                    sums[channel][x] += pixels.at(channel, column);
                }
            }
        }
    }

    private int left(int x, int width) {
        return (int) ((long) x * width / picture.getWidth());
    }

    private int right(int x, int width) {
        return Math.max(left(x, width) + 1, (int) ((x + 1L) * width / picture.getWidth()));
    }

    private void paint(int y, long[][] sums, int width, int rows) {
        for (int x = 0; x < picture.getWidth(); x++) {
            long count = (long) rows * (right(x, width) - left(x, width));
            int rgb = 0;
            for (int channel = 0; channel < RGB; channel++) {
                rgb = rgb << 8 | (int) ((sums[channel][x] + count / 2) / count);
            }
            picture.setRGB(x, y, rgb);
        }
    }

    private static double sample(float[] samples, int channel, int x) {
        return MAX * samples[channel * (samples.length / RGB) + x];
    }

    /** Of an image in its intensity range. */
    public static Thumbnail of(ScaledPlane image, Frame frame) {
        return new Thumbnail(
                image, frame, (y, samples) -> (channel, x) -> (int) Math.round(sample(samples, channel, x)));
    }

    /**
     * Of an image in its intensity range, covered by colours.
     *
     * @param colours packed RGB for every pixel of a row of the image; negative where it is not covered
     * @param opacity of the colours, 0 (invisible) to 1
     */
    public static Thumbnail covered(ScaledPlane image, IntFunction<int[]> colours, double opacity, Frame frame) {
        return new Thumbnail(image, frame, (y, samples) -> {
            int[] row = colours.apply(y);
            return (channel, x) -> {
                double sample = sample(samples, channel, x);
                int colour = row[x] >> 8 * (2 - channel) & 0xff;
                return (int) Math.round(row[x] < 0 ? sample : sample + (colour - sample) * opacity);
            };
        });
    }

    /**
     * Of an image in its intensity range, dark where it counts little.
     *
     * @param weights 0..1 for every pixel of a row of the image, NaN where it is to be shown as it is
     */
    static Thumbnail dimmed(ScaledPlane image, IntFunction<float[]> weights, Frame frame) {
        return new Thumbnail(image, frame, (y, samples) -> {
            float[] row = weights.apply(y);
            return (channel, x) -> {
                double light = Float.isNaN(row[x]) ? 1 : DIMMEST + (1 - DIMMEST) * Math.max(0, Math.min(1, row[x]));
                return (int) Math.round(sample(samples, channel, x) * light);
            };
        });
    }

    public BufferedImage picture() {
        return picture;
    }

    /** The picture itself, as the address of an image in a page. */
    public String dataUri() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
