/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.util.Arrays;

/**
 * What the samples of a page mean.
 *
 * @param samples per pixel
 * @param bits of each sample
 * @param format of the samples, {@link TiffTags#UNSIGNED} and so on
 * @param extras meaning of the samples beyond the colours
 * @param colourMap red, green and blue of all palette entries, 16 bits each; empty if there is none
 * @param orientation of the pixels as in EXIF, 1 for upright
 */
record PixelKind(
        int samples,
        int bits,
        int format,
        int photometric,
        long[] extras,
        long[] colourMap,
        boolean colourProfile,
        int orientation) {

    private static final int MOST_SAMPLES = 4096;

    static PixelKind of(TiffDirectory tags) throws IOException {
        int samples = (int) tags.number(TiffTags.SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IOException(samples + " samples per pixel");
        }
        return new PixelKind(
                samples,
                common(tags, TiffTags.BITS_PER_SAMPLE, 1),
                common(tags, TiffTags.SAMPLE_FORMAT, TiffTags.UNSIGNED),
                (int) tags.number(TiffTags.PHOTOMETRIC, -1),
                tags.numbers(TiffTags.EXTRA_SAMPLES),
                tags.numbers(TiffTags.COLOR_MAP),
                tags.has(TiffTags.ICC_PROFILE),
                (int) tags.number(TiffTags.ORIENTATION, 1));
    }

    /** The value that all samples have in common. */
    private static int common(TiffDirectory tags, int tag, int absent) throws IOException {
        long[] values = tags.numbers(tag);
        if (Arrays.stream(values).distinct().count() > 1) {
            throw new IOException("samples of different kinds, " + Arrays.toString(values) + " in tag " + tag);
        }
        return values.length == 0 ? absent : (int) values[0];
    }

    boolean hasAlpha() {
        int colours = photometric == TiffTags.RGB ? 3 : 1;
        return samples == colours + 1
                && extras.length == 1
                && (extras[0] == TiffTags.ASSOCIATED_ALPHA || extras[0] == TiffTags.UNASSOCIATED_ALPHA);
    }

    boolean premultiplied() {
        return extras.length > 0 && extras[0] == TiffTags.ASSOCIATED_ALPHA;
    }

    /** Samples of a pixel other than its opacity. */
    int channels() {
        return hasAlpha() ? samples - 1 : samples;
    }

    boolean whiteIsZero() {
        return photometric == TiffTags.WHITE_IS_ZERO;
    }
}
