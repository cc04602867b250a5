/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;

/** An independent decoder of 8-bit RGB PNG files without interlacing (PNG specification, sections 5, 9 and 10). */
final class PlainPng {

    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int BYTES_PER_PIXEL = 3;

    private PlainPng() {}

    /** Red, green and blue, row by row. */
    static double[][] rgb(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).position(8);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        int width = 0;
        int height = 0;
        while (in.hasRemaining()) {
            byte[] data = new byte[in.getInt()];
            int type = in.getInt();
            in.get(data).getInt();
            if (type == IHDR) {
                width = ByteBuffer.wrap(data).getInt();
                height = ByteBuffer.wrap(data).getInt(4);
            } else if (type == IDAT) {
                compressed.write(data);
            }
        }
        byte[] rows = new InflaterInputStream(new ByteArrayInputStream(compressed.toByteArray())).readAllBytes();
        return planes(rows, width, height);
    }

    private static double[][] planes(byte[] rows, int width, int height) {
        int stride = 1 + width * BYTES_PER_PIXEL;
        double[][] planes = new double[BYTES_PER_PIXEL][width * height];
        for (int y = 0; y < height; y++) {
            for (int i = 1; i < stride; i++) {
                int at = y * stride + i;
                int left = i > BYTES_PER_PIXEL ? rows[at - BYTES_PER_PIXEL] & 0xff : 0;
                int up = y > 0 ? rows[at - stride] & 0xff : 0;
                int corner = y > 0 && i > BYTES_PER_PIXEL ? rows[at - stride - BYTES_PER_PIXEL] & 0xff : 0;
                rows[at] += (byte) prediction(rows[y * stride], left, up, corner);
                planes[(i - 1) % BYTES_PER_PIXEL][y * width + (i - 1) / BYTES_PER_PIXEL] = rows[at] & 0xff;
            }
        }
        return planes;
    }

    private static int prediction(int filter, int left, int up, int corner) {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> throw new IllegalArgumentException("filter " + filter);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
