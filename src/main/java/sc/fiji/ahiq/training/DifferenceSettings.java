/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * How a network that sees differences learns from them.
 *
 * @param cells height and width of the part of a pair that a step sees, in cells of 16 x 16 pixels
 * @param dropout share of the differences that a step leaves out, by pair
 * @param average share of the average of the weights that a step keeps; the average is what is validated and kept
 */
record DifferenceSettings(int cells, double dropout, double average) {

    private static final int MAX_CELLS = 256;

    static DifferenceSettings read(YamlMap yaml) {
        DifferenceSettings settings = new DifferenceSettings(
                yaml.contains("cells") ? yaml.integer("cells", 1, MAX_CELLS) : 12,
                yaml.contains("dropout") ? yaml.number("dropout", 0, 0.9) : 0.3,
                yaml.contains("average") ? yaml.number("average", 0, 0.99999) : 0.995);
        yaml.rejectUnknown();
        return settings;
    }
}
