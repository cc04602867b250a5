/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * TIFF and BigTIFF files: {@link sc.fiji.ahiq.image.tiff.TiffImages} opens them. Which kinds are read, and how their
 * samples are understood, is written in one place, {@code TiffTable}; all others are refused by name.
 *
 * <p>The directories of a file are read here; its pixels are not. Each strip or tile is handed to TwelveMonkeys' TIFF
 * decoder as a classic TIFF file of one strip ({@code OneStrip}), so that no other strip is touched, whatever the
 * file's size. Such a file, little-endian, with a strip of 4 bytes deflated:
 *
 * <pre>
 * 49 49 2a 00 0c 00 00 00   II, 42, the directory at byte 12
 * xx xx xx xx               the strip
 * 0a 00                     10 entries of 12 bytes: tag, type, count, value
 * 00 01 04 00 01 00 00 00 02 00 00 00   256 ImageWidth, LONG, 1 value: 2
 * ...
 * 00 00 00 00               no further directory
 * </pre>
 *
 * <p>May import {@code image}, {@code image.format} and {@code base.error}.
 */
package sc.fiji.ahiq.image.tiff;
