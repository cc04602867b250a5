/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.natural.Niqe;
import sc.fiji.ahiq.metric.natural.SceneModel;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricFacts;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * NIQE fitted to pristine images of the user's own, by their sharpest blocks, as its authors did. Immutable once
 * fitted.
 */
public final class FittedNiqe implements AhiqModel {

    private static final long FEATURES = 36;

    private final ModelCard card;
    private final SceneModel model;

    private FittedNiqe(ModelCard card, SceneModel model) {
        this.card = card;
        this.model = model;
    }

    /** Collects the blocks of images. Not thread safe. */
    public static final class Fit {

        private final String variant;
        private final List<double[]> blocks = new ArrayList<>();
        private int images;

        /** @param variant of {@link MetricKind#NIQE} */
        public Fit(String variant) {
            this.variant = variant;
        }

        /**
         * Adds an image.
         *
         * @throws sc.fiji.ahiq.base.error.ImageException if it is smaller than a block
         */
        public void add(PlanarImage image) {
            blocks.addAll(Niqe.sharpBlocks(image, Niqe.Variant.valueOf(variant.toUpperCase(Locale.ROOT))));
            images++;
        }

        /**
         * Fits the model.
         *
         * @param name of the model
         * @param training what the images are
         * @throws sc.fiji.ahiq.base.error.ImageException if there are fewer than two blocks that are not flat
         */
        public FittedNiqe finish(String name, String training) {
            MetricFacts facts = MetricKind.NIQE.facts();
            ModelCard card = new ModelCard(
                    name,
                    "1",
                    "NIQE fitted to " + blocks.size() + " blocks of " + images + " images.",
                    new MetricDesign(MetricKind.NIQE, variant),
                    Normalization.NONE,
                    facts.score(),
                    training,
                    "that of whoever fitted it",
                    facts.citation(),
                    "made by 'ahiq niqe --fit'");
            return new FittedNiqe(card, Niqe.fit(blocks));
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public Tensor tensor(String name) {
        return name.equals("mu_prisparam")
                ? tensor(model.mean(), FEATURES)
                : tensor(model.covariance(), FEATURES, FEATURES);
    }

    private static Tensor tensor(double[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return new Tensor(DType.F64, shape, bytes);
    }
}
