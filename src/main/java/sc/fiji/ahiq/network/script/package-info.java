/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * TorchScript files of others as metrics: {@link sc.fiji.ahiq.network.script.ScriptMetric}, by its
 * {@link sc.fiji.ahiq.network.script.ScriptSettings}.
 *
 * <p>May import {@code network.inference}, {@code metric}, {@code metric.filter}, {@code image}, {@code image.crop},
 * {@code base}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.network.script;
