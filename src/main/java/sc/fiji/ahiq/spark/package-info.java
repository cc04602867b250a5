/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What {@code spark-submit} starts: {@link sc.fiji.ahiq.spark.SparkMain}.
 *
 * <p>May import {@code cli}.
 */
package sc.fiji.ahiq.spark;
