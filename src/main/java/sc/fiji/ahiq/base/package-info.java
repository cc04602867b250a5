/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What every part of the program may use: its {@link sc.fiji.ahiq.base.Version}; {@link sc.fiji.ahiq.base.Progress}, by
 * which work tells how far it has come and is stopped; and {@link sc.fiji.ahiq.base.Awaited}, what other threads do.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.base;
