/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** A metric of any kind with pseudo-random weights, whose activations stay of a size. */
record MadeMetric(ModelCard card) implements AhiqModel {

    private static final int ROWS = 3;

    static MadeMetric of(MetricKind kind) {
        String variant =
                kind == MetricKind.PIEAPP ? "grid27" : kind.facts().variants().get(0);
        MetricDesign design = new MetricDesign(
                kind,
                variant,
                switch (kind) {
                    case BRISQUE, NRQM, PI -> ROWS;
                    default -> 0;
                });
        return new MadeMetric(new ModelCard(
                name(kind), "1", "made", design, Normalization.NONE, "any", "none", "CC0-1.0", "none", "made"));
    }

    static String name(MetricKind kind) {
        return "made_" + kind.key().replace('-', '_');
    }

    /** In memory outside the heap, for the largest has 250 MB. */
    @Override
    public Tensor tensor(String name) {
        long[] shape = card.design().tensorShapes().get(name);
        int size = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        double width = Math.sqrt(6.0 * shape[0] / size);
        double least = name.matches("(lin\\d|alpha|beta|gamma).*|.*running_var|.*norm.*\\.weight") ? 0.5 : -0.5;
        for (int i = 0; i < size; i++) {
            bytes.putFloat(value(name, i, 2 * width * (random.nextDouble() + least)));
        }
        return new Tensor(DType.F32, shape, bytes.flip());
    }

    /** A covariance must be positive, ranges not empty, and trees have nodes: three forests of one leaf each. */
    private static float value(String name, int index, double random) {
        return switch (name) {
            case "cov_prisparam" -> index % 37 == 0 ? 1 : 0;
            case "ranges" -> index % 2;
            case "nodes" -> index % 7 == 0 ? index / 7 : index % 7 == 6 ? (float) random : 0;
            default -> (float) random;
        };
    }
}
