/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Labels without people: pairs made from pristine images get the fused opinion of several metrics, from which a network
 * can learn; or, on the scale of people, the mean opinion on their types and levels. Entry: {@link
 * sc.fiji.ahiq.training.label.Labels}.
 *
 * <p>May import {@code scoring.pairs}, {@code scoring.results}, {@code metric}, {@code study.stats}, {@code base.error}
 * and {@code base.io}.
 */
package sc.fiji.ahiq.training.label;
