/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import sc.fiji.ahiq.image.SampleType;

/** How the samples of a decoded block become those of an image; see {@link TiffTable}. */
enum SampleReading {
    PACKED(SampleType.UINT8),
    UNSIGNED8(SampleType.UINT8),
    SIGNED8(SampleType.UINT8),
    UNSIGNED16(SampleType.UINT16),
    SIGNED16(SampleType.FLOAT32),
    UNSIGNED32(SampleType.FLOAT32),
    SIGNED32(SampleType.FLOAT32),
    FLOAT16(SampleType.FLOAT32),
    FLOAT32(SampleType.FLOAT32),
    FLOAT64(SampleType.FLOAT32);

    /** What is added to signed 8-bit samples. */
    static final int OFFSET8 = 128;

    private final SampleType type;

    SampleReading(SampleType type) {
        this.type = type;
    }

    /** Null for a depth that is not read. */
    static SampleReading ofUnsigned(int bits) {
        return switch (bits) {
            case 1, 2, 4 -> PACKED;
            case 8 -> UNSIGNED8;
            case 10, 12, 14, 16 -> UNSIGNED16;
            case 32 -> UNSIGNED32;
            default -> null;
        };
    }

    /** Null for a depth that is not read. */
    static SampleReading ofSigned(int bits) {
        return bits == 8 ? SIGNED8 : bits == 16 ? SIGNED16 : bits == 32 ? SIGNED32 : null;
    }

    /** Null for a depth that is not read. */
    static SampleReading ofFloat(int bits) {
        return bits == 16 ? FLOAT16 : bits == 32 ? FLOAT32 : bits == 64 ? FLOAT64 : null;
    }

    /** Of the image. */
    SampleType type() {
        return type;
    }

    boolean unsigned() {
        return this == PACKED || this == UNSIGNED8 || this == UNSIGNED16;
    }
}
