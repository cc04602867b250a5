/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

/** Means, variances and covariance of each channel of two feature maps, over a number of places. */
final class ChannelMoments {

    private static final int ROWS = 5;

    private final int channels;
    private final double count;
    private final double[] values;

    private ChannelMoments(int channels, double count, double[] values) {
        this.channels = channels;
        this.count = count;
        this.values = values;
    }

    /**
     * @param rows means of reference and distorted image, their variances, and their covariance, of all channels each
     */
    static ChannelMoments of(float[] rows, int channels, double count) {
        double[] values = new double[ROWS * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i];
        }
        return new ChannelMoments(channels, count, values);
    }

    int channels() {
        return channels;
    }

    /** Those of both parts together. */
    ChannelMoments plus(ChannelMoments other) {
        double all = count + other.count;
        double mine = count / all;
        double theirs = other.count / all;
        double[] sum = new double[values.length];
        for (int c = 0; c < channels; c++) {
            double r = other.at(0, c) - at(0, c);
            double d = other.at(1, c) - at(1, c);
            double between = mine * theirs;
            sum[c] = at(0, c) + theirs * r;
            sum[channels + c] = at(1, c) + theirs * d;
            sum[2 * channels + c] = mine * at(2, c) + theirs * other.at(2, c) + between * r * r;
            sum[3 * channels + c] = mine * at(3, c) + theirs * other.at(3, c) + between * d * d;
            sum[4 * channels + c] = mine * at(4, c) + theirs * other.at(4, c) + between * r * d;
        }
        return new ChannelMoments(channels, all, sum);
    }

    private double at(int row, int channel) {
        return values[row * channels + channel];
    }

    double texture(int channel, double c) {
        double r = at(0, channel);
        double d = at(1, channel);
        return (2 * r * d + c) / (r * r + d * d + c);
    }

    double structure(int channel, double c) {
        return (2 * at(4, channel) + c) / (at(2, channel) + at(3, channel) + c);
    }
}
