/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Tables in the format of Apache Parquet: {@link sc.fiji.ahiq.scoring.results.parquet.ParquetTable} reads one and
 * {@link sc.fiji.ahiq.scoring.results.parquet.ParquetWriter} writes one. By themselves, for the libraries for it bring
 * file systems of tens of megabytes with them, and tables of results are flat.
 *
 * <h2>Format</h2>
 *
 * <p>As specified by the Apache Parquet project (format 2.10, {@code README.md}, {@code Encodings.md} and
 * {@code parquet.thrift}):
 *
 * <pre>
 * 50 41 52 31                        PAR1
 * a page of each column of each group of rows: a header, then what gzip packed:
 *   4 bytes: length of the levels, which tell which values are there, in the hybrid of runs and bits
 *   the values: 8 bytes each, little-endian, or 4 bytes of length and a text in UTF-8
 * columns, groups of rows and where their pages are, as a structure of Thrift's compact protocol
 * 4 bytes: length of that structure
 * 50 41 52 31                        PAR1
 * </pre>
 *
 * <p>All columns are optional. Read is what others write of flat tables, too: pages of both versions, dictionaries,
 * Snappy, Zstandard and LZ4, numbers of 32 bits, truth values. Lengths are checked before anything of their size is
 * made.
 *
 * <p>May import {@code base.io}.
 */
package sc.fiji.ahiq.scoring.results.parquet;
