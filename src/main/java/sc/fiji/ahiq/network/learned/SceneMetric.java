/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.metric.natural.Brisque;
import sc.fiji.ahiq.metric.natural.Niqe;
import sc.fiji.ahiq.metric.natural.Nrqm;
import sc.fiji.ahiq.metric.natural.PerceptualIndex;
import sc.fiji.ahiq.metric.natural.SceneModel;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * NIQE, BRISQUE, NRQM or PI by a model of its parameters: it looks at the distorted image alone. On the CPU, in 64
 * bits. Thread safe.
 */
public final class SceneMetric implements Metric {

    private static final int FEATURES = 36;
    private static final int NODE_COLUMNS = 7;

    /** Of the heap for each pixel, where bands of an image are compared with each other; measured. */
    private static final int BANDS_BYTES = 310;

    private static final int MEGABYTE = 1_000_000;

    private final MetricDescription description;
    private final MetricDesign design;
    private final Map<String, Object> provenance;
    private final Score score;

    @FunctionalInterface
    private interface Score {
        double of(PlanarImage image);
    }

    private SceneMetric(String name, AhiqModel model, String weightsSha256) {
        this.design = (MetricDesign) model.card().design();
        this.description = LearnedMetric.describe(name, design);
        this.provenance = new LinkedHashMap<>();
        provenance.put("model", model.card().name());
        provenance.put("weights_sha256", weightsSha256);
        this.score = score(model);
    }

    /**
     * Reads a model folder.
     *
     * @throws sc.fiji.ahiq.base.error.ModelException if it is not as it should be
     */
    public static SceneMetric open(String name, Path folder) {
        try (ModelFolder model = ModelFolder.open(folder)) {
            return new SceneMetric(name, model, model.weightsSha256());
        }
    }

    private Score score(AhiqModel model) {
        return switch (design.kind()) {
            case NIQE -> niqe(model)::score;
            case BRISQUE -> brisque(model)::score;
            case NRQM -> nrqm(model)::score;
            case PI -> new PerceptualIndex(niqe(model), nrqm(model))::score;
            default -> throw new IllegalStateException(design.kind() + " is a network");
        };
    }

    private Niqe niqe(AhiqModel model) {
        SceneModel pristine =
                new SceneModel(numbers(model.tensor("mu_prisparam")), rows(model.tensor("cov_prisparam"), FEATURES));
        return new Niqe(pristine, Niqe.Variant.valueOf(variant()));
    }

    private Brisque brisque(AhiqModel model) {
        return new Brisque(
                new Brisque.Regression(
                        numbers(model.tensor("coef")),
                        rows(model.tensor("sv"), FEATURES),
                        model.tensor("gamma").get(0),
                        model.tensor("rho").get(0),
                        rows(model.tensor("ranges"), 2)),
                Brisque.Variant.valueOf(variant()));
    }

    private Nrqm nrqm(AhiqModel model) {
        try {
            return new Nrqm(
                    Nrqm.Model.of(numbers(model.tensor("linear")), rows(model.tensor("nodes"), NODE_COLUMNS)),
                    Nrqm.Variant.valueOf(variant()));
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    "The forests of model " + model.card().name() + " are not as expected: " + e.getMessage()
                            + ". Import them again.",
                    e);
        }
    }

    private String variant() {
        return design.variant().toUpperCase(Locale.ROOT);
    }

    private static double[] numbers(Tensor tensor) {
        double[] values = new double[tensor.elementCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.get(i);
        }
        return values;
    }

    private static double[][] rows(Tensor tensor, int columns) {
        double[][] rows = new double[tensor.elementCount() / columns][columns];
        for (int i = 0; i < tensor.elementCount(); i++) {
            rows[i / columns][i % columns] = tensor.get(i);
        }
        return rows;
    }

    @Override
    public MetricDescription description() {
        return description;
    }

    @Override
    public Map<String, Object> provenance() {
        return provenance;
    }

    @Override
    public List<String> fingerprint() {
        return List.of(design.kind().key(), design.variant());
    }

    @Override
    public long heapBytesPerPixel() {
        return switch (design.kind()) {
            case NRQM, PI -> BANDS_BYTES;
            default -> 96;
        };
    }

    /** {@inheritDoc} Of the reference nothing is looked at but its size. */
    @Override
    public Prepared prepare(Reference reference) {
        description.requireLarge(reference.plane());
        requireHeap(reference.plane());
        return this::score;
    }

    /** Refuses images whose bands of all orientations would not fit, before minutes are spent on them. */
    private void requireHeap(ImagePlane image) {
        double needed = (double) heapBytesPerPixel() * image.width() * image.height();
        long heap = Runtime.getRuntime().maxMemory();
        if (heapBytesPerPixel() == BANDS_BYTES && needed > heap) {
            throw new ImageException(String.format(
                    Locale.ROOT,
                    "%s needs about %.0f MB of the Java heap for an image of %d x %d pixels, but that has %d MB. Give it more"
                            + " by the environment variable AHIQ_JAVA_OPTS, for example -Xmx%dg, or choose a smaller image.",
                    description.label(),
                    needed / MEGABYTE,
                    image.width(),
                    image.height(),
                    heap / MEGABYTE,
                    (long) Math.ceil(needed / MEGABYTE / 1000)));
        }
    }

    private MetricResult score(Distorted distorted, Progress progress) {
        double value = score.of(distorted.planar());
        description.requireDefined(value);
        return MetricResult.of(value);
    }
}
