/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.inference.FeatureNetwork;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** A model of a metric on an engine. Holds native memory until closed. Thread safe. */
public final class LearnedModel implements AutoCloseable {

    private final ModelCard card;
    private final String weightsSha256;
    private final MetricDesign design;
    private final FeatureNetwork network;
    private final InferenceOptions options;
    private final Map<String, float[]> pooling;

    private LearnedModel(AhiqModel model, String weightsSha256, FeatureNetwork network, InferenceOptions options) {
        this.card = model.card();
        this.weightsSha256 = weightsSha256;
        this.design = (MetricDesign) card.design();
        this.network = network;
        this.options = options;
        this.pooling = new LinkedHashMap<>();
        if (design.kind() == MetricKind.DISTS) {
            for (String name : List.of("alpha", "beta")) {
                pooling.put(name, model.tensor(name).toFloats());
            }
        }
    }

    /**
     * Opens a model folder; takes seconds.
     *
     * @throws ModelException if it is not as it should be, or is of another kind
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails or the device is not there
     */
    public static LearnedModel open(Path folder, InferenceOptions options) {
        try (ModelFolder model = ModelFolder.open(folder)) {
            if (!(model.card().design() instanceof MetricDesign design)) {
                throw new ModelException("Expected the model of a metric in " + folder + ", but it is "
                        + model.card().design().words() + ". Choose it by --model.");
            }
            return open(model, model.weightsSha256(), options, unit(design, options));
        }
    }

    static LearnedModel open(
            AhiqModel model, String weightsSha256, InferenceOptions options, FeatureNetwork.Unit unit) {
        MetricKind kind = ((MetricDesign) model.card().design()).kind();
        FeatureNetwork network = FeatureNetwork.open(new Weights(model, kind), options, unit);
        return new LearnedModel(model, weightsSha256, network, options);
    }

    private record Weights(AhiqModel model, MetricKind kind) implements FeatureNetwork.Source {

        @Override
        public ScriptArchive archive() {
            return kind.archive(model::tensor);
        }

        @Override
        public ScriptArchive halfPrecisionArchive() {
            return kind.halfPrecisionArchive(model::tensor);
        }
    }

    static FeatureNetwork.Unit unit(MetricDesign design, InferenceOptions options) {
        return switch (design.kind()) {
            case PIEAPP, WADIQAM_FR, IQT_PIPAL, IQT_LIVE, TOPIQ_FR ->
                PatchLayout.of(design).unit(options.batch());
            default -> TiledComparison.unit(TapLayout.of(design.kind()));
        };
    }

    public ModelCard card() {
        return card;
    }

    public String weightsSha256() {
        return weightsSha256;
    }

    public MetricDesign design() {
        return design;
    }

    public InferenceOptions options() {
        return options;
    }

    public FeatureNetwork network() {
        return network;
    }

    /** A tensor that its score is pooled by, outside the network. */
    float[] pooling(String name) {
        return pooling.get(name);
    }

    @Override
    public void close() {
        network.close();
    }
}
