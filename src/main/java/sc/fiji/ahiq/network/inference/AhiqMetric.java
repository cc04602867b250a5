/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.metric.SteppedMetric;

/**
 * AHIQ as a metric among others, Lao et al., CVPR Workshops 2022, by a model on an engine. Higher is better; scores
 * have no bounds, and identical images need not have the best one. Not symmetric. Maps: scores and weights of patches,
 * at full size, NaN outside all crops. Crops are read from the images as they are needed; no image is copied. A
 * reference is encoded once, when it is first compared; what is kept of it holds native memory until it is closed.
 * Thread safe.
 */
public final class AhiqMetric implements SteppedMetric {

    /** Its name with the model that the options of a run name. */
    public static final String NAME = "ahiq";

    private static final String CITATION =
            "S. Lao, Y. Gong, S. Shi, S. Yang, T. Wu, J. Wang, W. Xia, Y. Yang: Attentions"
                    + " help CNNs see better: attention-based hybrid image quality assessment network. CVPR Workshops, 2022";

    private final OpenModel model;
    private final Network network;
    private final CropPlan plan;
    private final long seed;
    private final Padding padding;
    private final MetricDescription description;

    /**
     * @param name {@value #NAME}, perhaps followed by a colon and a name of the model
     * @param model whose network is a {@link Network}; not closed by this metric
     * @param plan where crops are taken
     * @param seed that {@code plan} was made with; reported
     * @param padding of images that are smaller than a crop
     */
    public AhiqMetric(String name, OpenModel model, CropPlan plan, long seed, Padding padding) {
        int crop = model.card().architecture().crop();
        this.network = (Network) model.network();
        plan.crops(crop, crop, crop); // refuses a stride that suits no image at all
        this.model = model;
        this.plan = plan;
        this.seed = seed;
        this.padding = padding;
        this.description = describe(name, padding == Padding.NONE ? crop : 1);
    }

    /**
     * @param minimumSize that of the crops of the network, or 1 if images are padded or the network is not known yet
     */
    public static MetricDescription describe(String name, int minimumSize) {
        return new MetricDescription(
                name,
                name.equals(NAME) ? "AHIQ" : "AHIQ (" + name.substring(name.indexOf(':') + 1) + ")",
                CITATION,
                Direction.HIGHER_IS_BETTER,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                true,
                minimumSize,
                true,
                true);
    }

    @Override
    public MetricDescription description() {
        return description;
    }

    @Override
    public Map<String, Object> provenance() {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("crop_plan", plan.toString());
        cells.put("seed", seed);
        cells.put("pad", padding.toString());
        cells.put("model", model.card().name());
        cells.put("weights_sha256", model.weightsSha256());
        cells.put("device", model.network().device());
        cells.put("precision", model.options().precision().toString());
        return cells;
    }

    @Override
    public long heapBytesPerPixel() {
        return 0;
    }

    @Override
    public InSteps<?> prepare(Reference reference) {
        ImagePlane plane = reference.plane();
        int crop = network.architecture().crop();
        int width = Math.toIntExact(plane.width());
        int height = Math.toIntExact(plane.height());
        if (padding == Padding.NONE && (width < crop || height < crop)) {
            throw new ImageException("Expected an image of at least " + crop + " x " + crop
                    + " pixels, the size of the network's crops, but " + plane.name() + " is " + width + " x "
                    + height + ". Use a larger image, or mirror it at its border by pad=reflect (--pad reflect).");
        }
        List<Crop> crops = plan.crops(Math.max(width, crop), Math.max(height, crop), crop);
        return new EncodedReference(reference, crops);
    }

    /** The reference at the places of the crops. */
    private final class EncodedReference implements InSteps<CropOutput> {

        private final List<Crop> crops;
        private final ReferenceCrops encoded;

        EncodedReference(Reference reference, List<Crop> crops) {
            this.crops = crops;
            this.encoded = network.reference(source(reference.scaled()), crops.size(), reference.isComparedOften());
        }

        private CropSource source(ScaledPlane image) {
            int size = network.architecture().crop();
            return (index, target, offset) ->
                    image.readCrop(crops.get(index).left(), crops.get(index).top(), size, target, offset);
        }

        @Override
        public int steps() {
            return crops.size();
        }

        @Override
        public int stepsAtOnce() {
            return network.batch();
        }

        @Override
        public List<CropOutput> compare(Distorted distorted, int from, int to, Progress progress) {
            return network.compare(encoded, source(distorted.scaled()), from, to, progress);
        }

        @Override
        public MetricResult join(Distorted distorted, List<CropOutput> outputs) {
            PatchMaps patches = patches(distorted.plane(), outputs);
            CropScores scores =
                    new CropScores(cropScores(outputs), network.architecture().crop());
            return MetricResult.of(plan.scoresByMaps() ? patches.weightedMean() : scores.mean(), patches, scores);
        }

        private PatchMaps patches(ImagePlane image, List<CropOutput> outputs) {
            int size = network.architecture().crop();
            return PatchMaps.ofCrops(
                    Math.toIntExact(image.width()),
                    Math.toIntExact(image.height()),
                    size,
                    plan.blend(size),
                    crops,
                    outputs.stream().map(CropOutput::patchScores).toArray(float[][]::new),
                    outputs.stream().map(CropOutput::patchWeights).toArray(float[][]::new));
        }

        private List<CropScore> cropScores(List<CropOutput> outputs) {
            return IntStream.range(0, crops.size())
                    .mapToObj(i -> new CropScore(
                            crops.get(i).left(),
                            crops.get(i).top(),
                            outputs.get(i).score()))
                    .toList();
        }

        @Override
        public void close() {
            encoded.close();
        }
    }
}
