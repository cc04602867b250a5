/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.lang.reflect.Array;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.format.BlockImages;
import sc.fiji.ahiq.image.format.FileProblem;
import sc.fiji.ahiq.image.format.HalfFloat;
import sc.fiji.ahiq.image.format.Opacity;

/** The blocks of a page as samples of its channels: cut to the image, with 0 black, and laid on white. */
final class BlockSamples implements BlockImages.Blocks {

    private static final int BYTE = 0xff;
    private static final int SHORT = 0xffff;

    private final TiffPage page;
    private final SampleReading reading;
    private final BlockDecoder decoder;

    BlockSamples(TiffPage page, SampleReading reading) {
        this.page = page;
        this.reading = reading;
        this.decoder = new BlockDecoder(page);
    }

    @Override
    public Object[] read(int index) {
        try {
            return channels(index);
        } catch (ImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // what the decoder throws for damaged streams
            throw FileProblem.damaged(page.file(), FileProblem.reason(e), e);
        }
    }

    private Object[] channels(int index) throws IOException {
        PixelKind kind = page.pixels();
        Object[] samples = new Object[kind.samples()];
        if (page.grid().planes() == 1) {
            Object block = decoder.decode(index);
            for (int s = 0; s < samples.length; s++) {
                samples[s] = samples(block, index, s, samples.length);
            }
        } else {
            for (int s = 0; s < samples.length; s++) {
                int stored = Math.toIntExact(s * page.grid().blocks() + index);
                samples[s] = samples(decoder.decode(stored), index, 0, 1);
            }
        }
        if (kind.whiteIsZero()) {
            for (int c = 0; c < kind.channels(); c++) {
                invert(samples[c]);
            }
        }
        return kind.hasAlpha() ? onWhite(samples) : samples;
    }

    /** One sample of each pixel of a block that is in the image. */
    private Object samples(Object block, int index, int sample, int stride) throws IOException {
        int columns = page.grid().columns(index);
        int rows = page.grid().rows(index);
        int width = page.grid().blockWidth() * stride;
        int least = reading == SampleReading.PACKED
                ? Math.toIntExact(rows * page.rowBytes())
                : (rows - 1) * width + (columns - 1) * stride + sample + 1;
        if (Array.getLength(block) < least) {
            throw new IOException("strip or tile " + index + " ends too early");
        }
        Object target = SampleType.UINT8 == reading.type()
                ? new byte[columns * rows]
                : SampleType.UINT16 == reading.type() ? new short[columns * rows] : new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            if (target instanceof byte[] bytes) {
                fill(bytes, y * columns, columns, (byte[]) block, y, width, sample, stride);
            } else if (target instanceof short[] shorts) {
                for (int x = 0; x < columns; x++) {
                    shorts[y * columns + x] = ((short[]) block)[y * width + x * stride + sample];
                }
            } else {
                for (int x = 0; x < columns; x++) {
                    ((float[]) target)[y * columns + x] = real(block, y * width + x * stride + sample);
                }
            }
        }
        return target;
    }

    private void fill(byte[] target, int start, int columns, byte[] block, int y, int width, int sample, int stride) {
        if (reading == SampleReading.PACKED) {
            unpack(target, start, columns, block, (int) (y * page.rowBytes()));
            return;
        }
        int offset = reading == SampleReading.SIGNED8 ? SampleReading.OFFSET8 : 0;
        for (int x = 0; x < columns; x++) {
            target[start + x] = (byte) (block[y * width + x * stride + sample] + offset);
        }
    }

    /** Samples of 1, 2 or 4 bits, the first in the highest bits; spread over 0..255 unless they are indices. */
    private void unpack(byte[] target, int start, int columns, byte[] packed, int row) {
        int bits = page.pixels().bits();
        int most = (1 << bits) - 1;
        int spread = page.pixels().photometric() == TiffTags.PALETTE ? 1 : BYTE / most;
        for (int x = 0; x < columns; x++) {
            int bit = x * bits;
            int value = packed[row + bit / 8] >> 8 - bits - bit % 8 & most;
            target[start + x] = (byte) (value * spread);
        }
    }

    private float real(Object block, int at) {
        return switch (reading) {
            case SIGNED16 -> ((short[]) block)[at];
            case UNSIGNED32 -> ((int[]) block)[at] & 0xffffffffL;
            case SIGNED32 -> ((int[]) block)[at];
            case FLOAT16 -> block instanceof float[] floats ? floats[at] : HalfFloat.toFloat(((short[]) block)[at]);
            case FLOAT32 -> block instanceof float[] floats ? floats[at] : Float.intBitsToFloat(((int[]) block)[at]);
            default -> (float) ((double[]) block)[at];
        };
    }

    private static void invert(Object samples) {
        if (samples instanceof byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        } else if (samples instanceof short[] shorts) {
            for (int i = 0; i < shorts.length; i++) {
                shorts[i] = (short) ~shorts[i];
            }
        }
    }

    private Object[] onWhite(Object[] samples) {
        Object alpha = samples[samples.length - 1];
        Object[] colours = new Object[samples.length - 1];
        for (int c = 0; c < colours.length; c++) {
            colours[c] = samples[c];
            for (int i = 0; i < Array.getLength(alpha); i++) {
                if (alpha instanceof byte[] opacity) {
                    byte[] bytes = (byte[]) samples[c];
                    bytes[i] = (byte) onWhite(bytes[i] & BYTE, opacity[i] & BYTE, BYTE);
                } else {
                    short[] shorts = (short[]) samples[c];
                    shorts[i] = (short) onWhite(shorts[i] & SHORT, ((short[]) alpha)[i] & SHORT, SHORT);
                }
            }
        }
        return colours;
    }

    private int onWhite(int value, int alpha, int white) {
        return page.pixels().premultiplied()
                ? Opacity.premultipliedOnWhite(value, alpha, white)
                : Opacity.onWhite(value, alpha, white);
    }
}
