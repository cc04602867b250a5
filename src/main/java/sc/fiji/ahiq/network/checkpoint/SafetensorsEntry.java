/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

/**
 * One tensor in a safetensors header.
 *
 * @param offset of the name in the file, for messages
 * @param begin of the data, in bytes from the end of the header
 * @param end of the data, exclusive
 */
record SafetensorsEntry(String name, long offset, TensorInfo info, long begin, long end) {}
