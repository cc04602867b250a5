/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.util.Arrays;
import java.util.SplittableRandom;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.tensor.Tensor;

/** A metric of any kind with pseudo-random weights, whose activations stay of a size. */
record MadeMetric(ModelCard card) implements AhiqModel {

    private static final int VECTORS = 3;

    static MadeMetric of(MetricKind kind) {
        String variant =
                kind == MetricKind.PIEAPP ? "grid27" : kind.facts().variants().get(0);
        MetricDesign design = new MetricDesign(kind, variant, kind == MetricKind.BRISQUE ? VECTORS : 0);
        return new MadeMetric(new ModelCard(
                name(kind), "1", "made", design, Normalization.NONE, "any", "none", "CC0-1.0", "none", "made"));
    }

    static String name(MetricKind kind) {
        return "made_" + kind.key().replace('-', '_');
    }

    @Override
    public Tensor tensor(String name) {
        long[] shape = card.design().tensorShapes().get(name);
        int size = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        float[] values = new float[size];
        SplittableRandom random = new SplittableRandom(name.hashCode());
        double width = Math.sqrt(6.0 * shape[0] / size);
        double least = name.matches("(lin\\d|alpha|beta|gamma).*|.*running_var|.*norm.*\\.weight") ? 0.5 : -0.5;
        for (int i = 0; i < size; i++) {
            values[i] = (float) (2 * width * (random.nextDouble() + least));
        }
        fillExactOnes(name, values);
        return Tensor.of(values, shape);
    }

    /** A covariance must be positive, and ranges not empty. */
    private static void fillExactOnes(String name, float[] values) {
        for (int i = 0; i < values.length && name.equals("cov_prisparam"); i++) {
            values[i] = i % 37 == 0 ? 1 : 0;
        }
        for (int i = 0; i < values.length && name.equals("ranges"); i++) {
            values[i] = i % 2;
        }
    }
}
