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
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.image.ScaledPlane;

/** Small pictures, as wide and high as a limit at most. Every pixel is the mean of those it stands for. */
public final class Thumbnail {

    private static final int RGB = 3;

    private final int width;
    private final int height;
    private final BufferedImage picture;

    private Thumbnail(int width, int height, int limit) {
        this.width = width;
        this.height = height;
        double scale = Math.min(1, limit / (double) Math.max(width, height));
        picture = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
    }

    /**
     * Of an image in its intensity range.
     *
     * @param limit of width and height in pixels
     */
    public static Thumbnail of(ScaledPlane image, int limit) {
        double[][] planes = image.readPlanes();
        Thumbnail thumbnail = new Thumbnail((int) image.width(), (int) image.height(), limit);
        return thumbnail.paint((channel, pixel) -> (int) Math.round(planes[channel % planes.length][pixel]));
    }

    /**
     * Of an image in its intensity range, covered by colours.
     *
     * @param colours packed RGB for every pixel of the image; negative where it is not covered
     * @param opacity of the colours, 0 (invisible) to 1
     * @param limit of width and height in pixels
     */
    public static Thumbnail covered(ScaledPlane image, int[] colours, double opacity, int limit) {
        double[][] planes = image.readPlanes();
        Thumbnail thumbnail = new Thumbnail((int) image.width(), (int) image.height(), limit);
        return thumbnail.paint((channel, pixel) -> {
            double sample = planes[channel % planes.length][pixel];
            int colour = colours[pixel] >> 8 * (2 - channel) & 0xff;
            return (int) Math.round(colours[pixel] < 0 ? sample : sample + (colour - sample) * opacity);
        });
    }

    /** @param sample in 0..255 of a channel and the index of a pixel */
    private Thumbnail paint(IntBinaryOperator sample) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = 0;
                for (int channel = 0; channel < RGB; channel++) {
                    rgb = rgb << 8 | mean(sample, channel, x, y);
                }
                picture.setRGB(x, y, rgb);
            }
        }
        return this;
    }

    private int mean(IntBinaryOperator sample, int channel, int x, int y) {
        int left = (int) ((long) x * width / picture.getWidth());
        int right = Math.max(left + 1, (int) ((x + 1L) * width / picture.getWidth()));
        int top = (int) ((long) y * height / picture.getHeight());
        int bottom = Math.max(top + 1, (int) ((y + 1L) * height / picture.getHeight()));
        long sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += sample.applyAsInt(channel, row * width + column);
            }
        }
        int count = (right - left) * (bottom - top);
        return (int) ((sum + count / 2) / count);
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
