/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import sc.fiji.ahiq.distortion.DistortionLevel;

/** A distorted image that was written, and of what. */
record DistortedFile(Path reference, Path file, DistortionLevel level) {}
