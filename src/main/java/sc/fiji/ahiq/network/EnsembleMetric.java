/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.model.Ensemble;
import sc.fiji.ahiq.network.model.EnsembleFolder;
import sc.fiji.ahiq.network.model.ModelCard;

/**
 * An ensemble of AHIQ models as a metric. All members look at the same crops. The score is the weighted mean of the
 * members' scores, that of a crop likewise, and in the maps the score and the weight of each patch are the weighted
 * means of the members'; members with larger patches give each of the smaller ones the same. Thread safe.
 */
public final class EnsembleMetric implements Metric {

    private final ModelCard card;
    private final Ensemble ensemble;
    private final double[] shares;
    private final List<AhiqMetric> members;
    private final CropPlan plan;

    private EnsembleMetric(ModelCard card, Ensemble ensemble, List<AhiqMetric> members, CropPlan plan) {
        this.card = card;
        this.ensemble = ensemble;
        this.shares = ensemble.shares();
        this.members = List.copyOf(members);
        this.plan = plan;
    }

    /**
     * The other arguments are those of {@link AhiqMetric}.
     *
     * @param models the members, in their order; not closed by this metric
     * @throws ModelException if one was changed since the ensemble was made, or their crops differ in size
     */
    public static EnsembleMetric of(
            String name, EnsembleFolder ensemble, List<OpenModel> models, CropPlan plan, long seed, Padding padding) {
        int crop = models.get(0).card().architecture().crop();
        for (int i = 0; i < models.size(); i++) {
            OpenModel model = models.get(i);
            ensemble.requireWeights(ensemble.ensemble().members().get(i), model.weightsSha256());
            int size = model.card().architecture().crop();
            if (size != crop) {
                throw new ModelException(
                        "Expected members of " + ensemble.card().name()
                                + " with crops of one size, but those of "
                                + model.card().name() + " have " + size
                                + " pixels and those of the first one " + crop + ". Make an ensemble of others.");
            }
        }
        return new EnsembleMetric(
                ensemble.card(),
                ensemble.ensemble(),
                models.stream()
                        .map(model -> new AhiqMetric(name, model, plan, seed, padding))
                        .toList(),
                plan);
    }

    @Override
    public MetricDescription description() {
        return members.get(0).description();
    }

    /** As of a single model, with the members named behind the name of the ensemble. */
    @Override
    public Map<String, Object> provenance() {
        Map<String, Object> cells = new LinkedHashMap<>(members.get(0).provenance());
        cells.put("model", card.name() + " (" + names() + ")");
        cells.put("weights_sha256", ensemble.weightsSha256());
        return cells;
    }

    private String names() {
        boolean equal = ensemble.members().stream()
                        .mapToDouble(Ensemble.Member::weight)
                        .distinct()
                        .count()
                == 1;
        return ensemble.members().stream()
                .map(member -> (equal ? "" : member.weight() + " ") + member.model())
                .collect(Collectors.joining(" + "));
    }

    @Override
    public long heapBytesPerPixel() {
        return members.get(0).heapBytesPerPixel();
    }

    @Override
    public Prepared prepare(Reference reference) {
        List<Prepared> prepared = new ArrayList<>();
        try {
            members.forEach(member -> prepared.add(member.prepare(reference)));
            return new PreparedMembers(prepared);
        } catch (RuntimeException e) {
            prepared.forEach(Prepared::close);
            throw e;
        }
    }

    private final class PreparedMembers implements Prepared {

        private final List<Prepared> members;

        PreparedMembers(List<Prepared> members) {
            this.members = members;
        }

        @Override
        public MetricResult compare(Distorted distorted, Progress progress) {
            List<MetricResult> results = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                results.add(members.get(i).compare(distorted, progress.part(i, members.size())));
            }
            List<CropScores> crops =
                    results.stream().map(result -> result.crops().orElseThrow()).toList();
            List<PatchMaps> patches = results.stream()
                    .map(result -> result.patches().orElseThrow())
                    .toList();
            CropScores together = new CropScores(cropScores(crops), crops.get(0).size());
            return MetricResult.of(mean(i -> results.get(i).score()), patches(patches, together), together);
        }

        @Override
        public void close() {
            members.forEach(Prepared::close);
        }
    }

    /** Of a number that each member has. */
    private double mean(ToDoubleFunction<Integer> ofMember) {
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += shares[i] * ofMember.applyAsDouble(i);
        }
        return mean;
    }

    private List<CropScore> cropScores(List<CropScores> members) {
        List<CropScore> places = members.get(0).scores();
        return IntStream.range(0, places.size())
                .mapToObj(crop ->
                        new CropScore(places.get(crop).left(), places.get(crop).top(), (float)
                                mean(i -> members.get(i).scores().get(crop).score())))
                .toList();
    }

    private PatchMaps patches(List<PatchMaps> members, CropScores crops) {
        PatchMaps first = members.get(0);
        List<Crop> places = crops.scores().stream()
                .map(crop -> new Crop(crop.left(), crop.top()))
                .toList();
        int patch = members.stream()
                .mapToInt(PatchMaps::patchSize)
                .reduce(EnsembleMetric::greatestCommonDivisor)
                .orElseThrow();
        MeanPatches mean = new MeanPatches(places, crops.size(), patch);
        for (int i = 0; i < shares.length; i++) {
            mean.add(members.get(i), shares[i]);
        }
        return PatchMaps.ofCrops(
                first.width(),
                first.height(),
                crops.size(),
                plan.blend(crops.size()),
                places,
                mean.scores(),
                mean.weights());
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
