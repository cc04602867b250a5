/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.Serializable;

/** A sentence about what was done to an image when it was read. */
public record ImageNote(String image, String note) implements Serializable {}
