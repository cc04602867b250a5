/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.format.HalfFloat;

/**
 * What a number of an array is: unsigned 8 and 16 bits are kept, booleans are black and white, 128 is added to signed 8
 * bits, and all others become float, as in TIFF files.
 *
 * @param kind {@code b} boolean, {@code u} unsigned, {@code i} signed, {@code f} float
 * @param bytes of one
 */
record ZarrSample(char kind, int bytes, ByteOrder order) {

    private static final Pattern VERSION_2 = Pattern.compile("([<>|])(b1|[ui][124]|f[248])");
    private static final Map<String, String> VERSION_3 = Map.of(
            "bool", "b1", "uint8", "u1", "int8", "i1", "uint16", "u2", "int16", "i2", "uint32", "u4", "int32", "i4",
            "float16", "f2", "float32", "f4", "float64", "f8");
    private static final int OFFSET8 = 128;
    private static final int WHITE = 255;

    static ZarrSample ofVersion2(Path folder, String type) {
        Matcher matcher = VERSION_2.matcher(type);
        if (!matcher.matches()) {
            throw ChunkCodec.unsupported(folder, "samples of the type '" + type + "'");
        }
        return of(matcher.group(2), matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    static ZarrSample ofVersion3(Path folder, String type, ByteOrder order) {
        if (!VERSION_3.containsKey(type)) {
            throw ChunkCodec.unsupported(folder, "samples of the type '" + type + "'");
        }
        return of(VERSION_3.get(type), order);
    }

    private static ZarrSample of(String code, ByteOrder order) {
        return new ZarrSample(code.charAt(0), code.charAt(1) - '0', order);
    }

    /** Of the image. */
    SampleType type() {
        return bytes == 1 ? SampleType.UINT8 : kind == 'u' && bytes == 2 ? SampleType.UINT16 : SampleType.FLOAT32;
    }

    boolean isOffset() {
        return kind == 'i' && bytes == 1;
    }

    /** Samples of {@link #type}, all zero. */
    Object newArray(int count) {
        return switch (type()) {
            case UINT8 -> new byte[count];
            case UINT16 -> new short[count];
            case FLOAT32 -> new float[count];
        };
    }

    /** Puts a run of samples into an array of {@link #newArray}. */
    void copy(ByteBuffer from, int fromSample, Object to, int toSample, int count) {
        ByteBuffer run = from.slice(fromSample * bytes, count * bytes).order(order);
        if (kind == 'u' && to instanceof byte[] array) {
            run.get(array, toSample, count);
        } else if (to instanceof short[] array) {
            run.asShortBuffer().get(array, toSample, count);
        } else if (kind == 'f' && bytes == Float.BYTES) {
            run.asFloatBuffer().get((float[]) to, toSample, count);
        } else {
            for (int i = 0; i < count; i++) {
                put(value(run, i * bytes), to, toSample + i);
            }
        }
    }

    /** Puts a number into an array of {@link #newArray}. */
    void put(double value, Object to, int at) {
        if (to instanceof byte[] array) {
            array[at] = (byte) (int) (kind == 'b' ? value * WHITE : isOffset() ? value + OFFSET8 : value);
        } else if (to instanceof short[] array) {
            array[at] = (short) (int) value;
        } else {
            ((float[]) to)[at] = (float) value;
        }
    }

    /** A number of a kind that is not kept as it is stored. */
    private double value(ByteBuffer from, int at) {
        return switch (bytes) {
            case 1 -> from.get(at);
            case 2 -> kind == 'f' ? HalfFloat.toFloat(from.getShort(at)) : from.getShort(at);
            case 4 -> kind == 'u' ? from.getInt(at) & 0xffffffffL : from.getInt(at);
            default -> from.getDouble(at);
        };
    }
}
