/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.format.FileProblem;
import sc.fiji.ahiq.image.format.PixelLimit;

/**
 * PBM, PGM and PPM, plain and raw (P1 to P6), as Netpbm's manual describes them. Samples of up to 8 bits are spread
 * over 0..255, as all programs show them; of more bits, they stay as they are stored, as in TIFF.
 */
final class PnmFile {

    private static final int MOST_BYTE = 255;
    private static final int MOST_SHORT = 65535;
    private static final int RAW = 3;

    private final Path file;
    private final byte[] content;
    private final int kind;
    private int at;

    private PnmFile(Path file, byte[] content) {
        this.file = file;
        this.content = content;
        this.kind = content[1] - '0';
        this.at = 2;
    }

    static ImagePlane read(Path file) {
        try {
            PixelLimit.requireHeap(file, Files.size(file));
            return new PnmFile(file, Files.readAllBytes(file)).image();
        } catch (IOException e) {
            throw FileProblem.damaged(file, FileProblem.reason(e), e);
        }
    }

    private ImagePlane image() throws IOException {
        int width = number();
        int height = number();
        boolean bits = kind % RAW == 1;
        int most = bits ? 1 : number();
        if (width < 1 || height < 1 || most < 1 || most > MOST_SHORT) {
            throw new IOException("size " + width + " x " + height + ", maximum " + most);
        }
        int channels = kind % RAW == 0 ? 3 : 1;
        PixelLimit.check(file, width, height, channels * (most > MOST_BYTE ? 2 : 1), content.length * 8L);
        int[] row = new int[Math.multiplyExact(width, channels)];
        at += kind > RAW ? 1 : 0; // one space ends the header
        Object[] planes = planes(channels, Math.multiplyExact(width, height), most);
        for (int y = 0; y < height; y++) {
            readRow(row, bits, most);
            for (int i = 0; i < row.length; i++) {
                set(planes[i % channels], y * width + i / channels, row[i], most);
            }
        }
        requireEnd();
        return ImagePlane.of(file.toString(), wrapped(planes, width, height));
    }

    private static Object[] planes(int channels, int area, int most) {
        Object[] planes = new Object[channels];
        for (int c = 0; c < channels; c++) {
            planes[c] = most > MOST_BYTE ? new short[area] : new byte[area];
        }
        return planes;
    }

    private static void set(Object plane, int index, int value, int most) {
        if (plane instanceof short[] shorts) {
            shorts[index] = (short) value;
        } else {
            ((byte[]) plane)[index] = (byte) ((value * MOST_BYTE + most / 2) / most);
        }
    }

    private static List<RandomAccessibleInterval<? extends RealType<?>>> wrapped(
            Object[] planes, int width, int height) {
        List<RandomAccessibleInterval<? extends RealType<?>>> images = new ArrayList<>();
        for (Object plane : planes) {
            images.add(
                    plane instanceof short[] shorts
                            ? ArrayImgs.unsignedShorts(shorts, width, height)
                            : ArrayImgs.unsignedBytes((byte[]) plane, width, height));
        }
        return images;
    }

    /** In bitmaps 1 is black. */
    private void readRow(int[] row, boolean bits, int most) throws IOException {
        for (int i = 0; i < row.length; i++) {
            int value;
            if (kind <= RAW) {
                value = bits ? digit() : number();
            } else if (bits) {
                value = next(i / 8, (row.length + 7) / 8) >> 7 - i % 8 & 1;
            } else {
                int size = most > MOST_BYTE ? 2 : 1;
                value = next(i * size, row.length * size);
                value = size == 2 ? value << 8 | next(i * size + 1, row.length * size) : value;
            }
            if (value > most) {
                throw new IOException("sample " + value + " above the maximum " + most);
            }
            row[i] = bits ? 1 - value : value;
        }
        if (kind > RAW) {
            at += bits ? (row.length + 7) / 8 : row.length * (most > MOST_BYTE ? 2 : 1);
        }
    }

    private int next(int offset, int rowBytes) throws IOException {
        if (at + rowBytes > content.length) {
            throw new IOException("pixels end at byte " + content.length + " of " + (at + rowBytes) + " or more");
        }
        return content[at + offset] & MOST_BYTE;
    }

    private int digit() throws IOException {
        skipSpace();
        if (at >= content.length || content[at] != '0' && content[at] != '1') {
            throw new IOException("expected 0 or 1 at byte " + at);
        }
        return content[at++] - '0';
    }

    private int number() throws IOException {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < content.length && Character.isDigit(content[at]) && value < Integer.MAX_VALUE) {
            value = value * 10 + content[at++] - '0';
        }
        if (at == start || value > Integer.MAX_VALUE) {
            throw new IOException("expected a number at byte " + start);
        }
        return (int) value;
    }

    private void skipSpace() {
        while (at < content.length && (Character.isWhitespace(content[at]) || content[at] == '#')) {
            if (content[at] == '#') {
                while (at < content.length && content[at] != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private void requireEnd() {
        if (kind > RAW && at + 1 < content.length && content[at] == 'P') {
            throw new ImageException("Expected a single image, but " + file
                    + " has several. Split it, for example with pamsplit, and score the images one by one.");
        }
    }
}
