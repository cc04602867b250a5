/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

/** What the cells of a column are, besides those that are empty. */
public enum ColumnKind {
    /** In UTF-8. */
    TEXT(PhysicalType.BYTE_ARRAY),
    /** Of 64 bits. */
    INTEGER(PhysicalType.INT64),
    /** IEEE 754 of 64 bits. */
    NUMBER(PhysicalType.DOUBLE);

    private final PhysicalType type;

    ColumnKind(PhysicalType type) {
        this.type = type;
    }

    PhysicalType type() {
        return type;
    }
}
