/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.Serializable;

/**
 * What the network says of a tile.
 *
 * @param distances of all its cells by each judge of the network, row by row; at least 0
 * @param weights in the same order, in (0, 1)
 */
record TileOutput(float[] distances, float[] weights) implements Serializable {}
