/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What a user is told when something is wrong: the {@link sc.fiji.ahiq.base.error.AhiqException} family, one class a
 * kind, and what makes its messages short and printable.
 *
 * <p>May import nothing of this project.
 */
package sc.fiji.ahiq.base.error;
