/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What precedes the pixels in a little-endian TIFF file of one plane of 32-bit floats in one strip, as ImageJ writes
 * it: the signature, a directory of 12 tags, and the description. Source: TIFF 6.0, Adobe, 1992, sections 2 and 19.
 */
final class TiffHead {

    private static final int DIRECTORY = 8;
    private static final int TAGS = 12;
    private static final int DESCRIPTION = DIRECTORY + 2 + 12 * TAGS + 4;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int IEEE_FLOAT = 3;

    private final ByteBuffer bytes;

    private TiffHead(int length) {
        bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param description ASCII; where ImageJ keeps the range of values that it shows
     */
    static byte[] of(int width, int height, String description) {
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        int pixels = DESCRIPTION + text.length;
        TiffHead head = new TiffHead(pixels);
        head.bytes
                .put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(DIRECTORY)
                .putShort((short) TAGS);
        head.tag(254, LONG, 1, 0); // new subfile type
        head.tag(256, LONG, 1, width);
        head.tag(257, LONG, 1, height);
        head.tag(258, SHORT, 1, Float.SIZE); // bits per sample
        head.tag(259, SHORT, 1, 1); // not compressed
        head.tag(262, SHORT, 1, 1); // 0 is black
        head.tag(270, ASCII, text.length, DESCRIPTION);
        head.tag(273, LONG, 1, pixels); // offset of the strip
        head.tag(277, SHORT, 1, 1); // samples per pixel
        head.tag(278, LONG, 1, height); // rows of the strip
        head.tag(279, LONG, 1, (int) ((long) width * height * Float.BYTES)); // bytes of the strip, unsigned
        head.tag(339, SHORT, 1, IEEE_FLOAT);
        head.bytes.putInt(0).put(text); // no other directory
        return head.bytes.array();
    }

    private void tag(int number, int type, int count, int value) {
        bytes.putShort((short) number).putShort((short) type).putInt(count).putInt(value);
    }
}
