/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.Optional;
import sc.fiji.ahiq.metric.Direction;

/**
 * A column of a results file that holds the scores of a metric.
 *
 * @param name of the column
 * @param label how the metric is published, or the name
 * @param direction which scores are good; empty for a metric that this program does not know
 */
record MetricColumn(String name, String label, Optional<Direction> direction) {

    boolean isCalled(String text) {
        return name.equalsIgnoreCase(text) || label.equalsIgnoreCase(text);
    }
}
