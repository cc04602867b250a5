/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * A second Java process of this program that answers calls: {@link sc.fiji.ahiq.base.process.HelperProcess} starts it,
 * {@link sc.fiji.ahiq.base.process.HelperLoop} is what runs in it. They speak through its standard input and output.
 *
 * <h2>Format</h2>
 *
 * <p>Frames, all numbers little endian: the four letters {@code AHIQ}, the length of the message in bytes (4, at most
 * 1 GiB), the number of the call (8), and the message. The helper begins with a frame of call 0 that has its version;
 * after that it answers each frame by one of the same number, in any order. A message is a sequence of numbers (8),
 * reals (8), texts (length and UTF-8) and arrays of floats (length and 4 each); what is not read to its end exactly is
 * an error. Call 1 with the number 7 and the text "cpu":
 *
 * <pre>
 * 41 48 49 51  13 00 00 00  01 00 00 00 00 00 00 00
 * 07 00 00 00 00 00 00 00  03 00 00 00 00 00 00 00  63 70 75
 * </pre>
 *
 * <p>May import {@code base} and {@code base.error}.
 */
package sc.fiji.ahiq.base.process;
