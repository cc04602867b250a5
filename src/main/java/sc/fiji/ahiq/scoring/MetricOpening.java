/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.network.EnsembleMetric;
import sc.fiji.ahiq.network.OpenModels;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.inference.DifferenceNetwork;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.inference.WholeImageMetric;
import sc.fiji.ahiq.network.learned.LearnedMetric;
import sc.fiji.ahiq.network.learned.LearnedModel;
import sc.fiji.ahiq.network.learned.SceneMetric;
import sc.fiji.ahiq.network.model.EnsembleFolder;
import sc.fiji.ahiq.network.script.ScriptMetric;
import sc.fiji.ahiq.network.script.ScriptSettings;

/** Opens the metrics of a run, and frees what was opened for them. */
final class MetricOpening implements AutoCloseable {

    private final ScoringOptions options;
    private final OpenModels models;
    private final List<OpenModels.Lease<OpenModel>> leases = new ArrayList<>();
    private final List<OpenModels.Lease<LearnedModel>> metricLeases = new ArrayList<>();
    private final List<ScriptMetric> scripts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    MetricOpening(ScoringOptions options, OpenModels models) {
        this.options = options;
        this.models = models;
    }

    /** @param model name or folder; blank for the one that comes with the program */
    Metric ahiq(String name, String model) {
        Path folder = options.models().findOrDefault(model);
        return EnsembleFolder.open(folder)
                .map(ensemble -> ensemble(name, ensemble))
                .orElseGet(() -> single(name, open(folder)));
    }

    private Metric single(String name, OpenModel model) {
        if (model.network() instanceof DifferenceNetwork) {
            noteCrops(model.card().name());
            return new WholeImageMetric(name, model);
        }
        return new AhiqMetric(name, model, options.crops(), options.seed(), options.padding());
    }

    private void noteCrops(String model) {
        if (!options.crops().equals(CropPlan.grid()) || options.padding() != Padding.NONE) {
            notes.add("The model " + model + " compares whole images of any size: crops=" + options.crops()
                    + " and pad=" + options.padding() + " change nothing in its scores.");
        }
    }

    /** Sentences on options that a metric does not follow. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private Metric ensemble(String name, EnsembleFolder ensemble) {
        List<OpenModel> members = ensemble.ensemble().members().stream()
                .map(member -> open(ensemble.folder(member, options.models())))
                .toList();
        return EnsembleMetric.of(name, ensemble, members, options.crops(), options.seed(), options.padding());
    }

    private OpenModel open(Path folder) {
        OpenModels.Lease<OpenModel> lease = models.lease(folder, options.inference());
        leases.add(lease);
        return lease.model();
    }

    /** @param folder of a model of a published metric */
    Metric learned(String name, MetricDesign design, Path folder) {
        if (!design.kind().isNetwork()) {
            return SceneMetric.open(name, folder);
        }
        OpenModels.Lease<LearnedModel> lease = models.leaseMetric(folder, options.inference());
        metricLeases.add(lease);
        return new LearnedMetric(name, lease.model());
    }

    Metric script(ScriptSettings settings) {
        ScriptMetric script = ScriptMetric.open(settings, options.inference());
        scripts.add(script);
        return script;
    }

    ScoringOptions options() {
        return options;
    }

    /** The models that were opened. */
    List<OpenModel> models() {
        return leases.stream().map(OpenModels.Lease::model).toList();
    }

    @Override
    public void close() {
        scripts.forEach(ScriptMetric::close);
        leases.forEach(OpenModels.Lease::close);
        metricLeases.forEach(OpenModels.Lease::close);
    }
}
