/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The header of an array file of NumPy, versions 1 to 3.
 *
 * <p>Source: the documentation of {@code numpy.lib.format}.
 *
 * @param dataOffset of the elements
 */
record NpyHeader(TensorInfo info, ByteOrder order, boolean fortranOrder, int dataOffset) {

    /** Headers are longer only for structured types with many fields. */
    static final int MAX_BYTES = 1 << 16;

    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int VERSION_BYTES = 8;

    /** @param head the file's first 64 KiB, or all if it is shorter */
    static NpyHeader parse(Place place, ByteBuffer head) {
        if (head.remaining() < VERSION_BYTES || !head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw place.refusal(0, "\\x93NUMPY and a version", "other bytes");
        }
        int version = head.get(MAGIC.length);
        if (version < 1 || version > 3 || head.get(MAGIC.length + 1) != 0) {
            throw place.refusal(MAGIC.length, "version 1.0, 2.0 or 3.0", version + "." + head.get(MAGIC.length + 1));
        }
        int start = VERSION_BYTES + (version == 1 ? Short.BYTES : Integer.BYTES);
        if (head.remaining() < start) {
            throw place.refusal(VERSION_BYTES, "the length of a header", "the end of the file");
        }
        long length = version == 1 ? head.getShort(VERSION_BYTES) & 0xffff : head.getInt(VERSION_BYTES) & 0xffffffffL;
        if (length > head.remaining() - start) {
            throw place.refusal(
                    VERSION_BYTES,
                    "a header within the file, of at most " + MAX_BYTES + " bytes",
                    "a length of " + length);
        }
        byte[] text = new byte[(int) length];
        head.get(start, text);
        return parse(place, start, new String(text, StandardCharsets.ISO_8859_1));
    }

    private static NpyHeader parse(Place place, int start, String text) {
        NpyDict dict = NpyDict.parse(place, start, text);
        String descr = dict.descr();
        NumpyType type = descr.length() < 2 ? null : NumpyType.of(descr.substring(0, 1), descr.substring(1));
        if (type == null) {
            boolean objects = descr.startsWith("|O");
            throw place.refusal(
                    start,
                    "numbers of type f8, f4, f2, i8, i4, i2, i1, u1 or b1",
                    objects ? "Python objects (|O)" : "type " + Refusal.quote(descr),
                    objects
                            ? "Such a file may hold a program, which is never run; do not use it."
                            : "Convert the array and save the file again.");
        }
        TensorInfo info = new TensorInfo(type.dtype(), dict.shape());
        if (info.shape().length > StridedView.MAX_DIMENSIONS) {
            throw place.refusal(
                    start, "at most " + StridedView.MAX_DIMENSIONS + " dimensions", "" + dict.shape().length);
        }
        StridedView.checkSize(place, start, info);
        return new NpyHeader(info, type.order(), dict.fortranOrder(), start + text.length());
    }

    /** How the elements lie in the file. */
    StridedView view() {
        return new StridedView(info, 0, StridedView.denseStrides(info.shape(), fortranOrder));
    }
}
