/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * Constants of the optimiser.
 *
 * @param rate peak learning rate
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of their squares
 * @param epsilon added to the root of the latter
 * @param weightDecay this times a weight is added to its gradient
 * @param maxGradientNorm to which the gradient of all parameters together is shortened; 0 for no limit
 */
record AdamSettings(
        double rate, double beta1, double beta2, double epsilon, double weightDecay, double maxGradientNorm) {

    /** Those of the published training. */
    public static final AdamSettings PUBLISHED = new AdamSettings(1e-4, 0.9, 0.999, 1e-8, 1e-5, 0);

    static AdamSettings read(YamlMap yaml) {
        AdamSettings settings = new AdamSettings(
                number(yaml, "rate", 1e-9, 1, PUBLISHED.rate),
                number(yaml, "beta1", 0, 0.99999, PUBLISHED.beta1),
                number(yaml, "beta2", 0, 0.99999, PUBLISHED.beta2),
                number(yaml, "epsilon", 1e-16, 1, PUBLISHED.epsilon),
                number(yaml, "weight_decay", 0, 1, PUBLISHED.weightDecay),
                number(yaml, "max_gradient_norm", 0, 1e6, PUBLISHED.maxGradientNorm));
        yaml.rejectUnknown();
        return settings;
    }

    private static double number(YamlMap yaml, String key, double min, double max, double otherwise) {
        return yaml.contains(key) ? yaml.number(key, min, max) : otherwise;
    }
}
