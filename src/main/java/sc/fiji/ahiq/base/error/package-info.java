/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The {@link sc.fiji.ahiq.error.AhiqException} family, and what makes its messages short and printable. Imports nothing of
 * this project.
 */
package sc.fiji.ahiq.base.error;
