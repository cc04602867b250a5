/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What every part of the program may use: its {@link sc.fiji.ahiq.base.Version}, and {@link sc.fiji.ahiq.base.Progress}, by which
 * work tells how far it has come and is stopped. Imports nothing of this project.
 */
package sc.fiji.ahiq.base;
