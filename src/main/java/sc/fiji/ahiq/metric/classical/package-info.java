/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The classical full-reference metrics, written from their papers, with the filters that are theirs alone; each class
 * says which form and settings it follows, and where it differs. None is public: they are plugins, found by
 * {@link sc.fiji.ahiq.metric.Metrics}.
 *
 * <p>May import {@code metric}, {@code metric.filter} and {@code base}.
 */
package sc.fiji.ahiq.metric.classical;
