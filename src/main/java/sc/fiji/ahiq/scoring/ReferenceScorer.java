/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePair;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.network.inference.CropOutput;
import sc.fiji.ahiq.network.inference.CropSource;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.ReferenceCrops;

/**
 * Scores distorted images against one reference by AHIQ. The reference is encoded once. Crops are read from the images as they
 * are needed; no image is copied. Holds native memory until closed. Thread safe.
 */
public final class ReferenceScorer implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Network network;
    private final ScoringOptions options;
    private final ImagePlane reference;
    private final List<Crop> crops;
    private final boolean manyComparisons;
    private ReferenceCrops referenceCrops;

    /**
     * @param network not closed by this scorer
     * @param manyComparisons whether more than one distorted image is to come
     * @throws ImageException if the reference is smaller than a crop and is not to be padded
     */
    public ReferenceScorer(Network network, ScoringOptions options, ImagePlane reference, boolean manyComparisons) {
        this.network = network;
        this.options = options;
        this.reference = reference;
        this.manyComparisons = manyComparisons;
        int crop = network.architecture().crop();
        int width = Math.toIntExact(reference.width());
        int height = Math.toIntExact(reference.height());
        if (options.padding() == Padding.NONE && (width < crop || height < crop)) {
            throw new ImageException("Expected an image of at least " + crop + " x " + crop
                    + " pixels, the size of the network's crops, but " + reference.name() + " is " + width + " x "
                    + height + ". Use a larger image, or mirror it at its border by pad=reflect (--pad reflect).");
        }
        this.crops = options.crops().crops(Math.max(width, crop), Math.max(height, crop), crop);
    }

    /**
     * Scores one distorted image.
     *
     * @throws ImageException if it does not fit the reference, or has pixels that are not finite
     * @throws EngineException if the engine fails, or gives a score that is not finite
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public PairScore score(ImagePlane distorted, Progress progress) {
        return score(ImagePair.of(reference, distorted, options.range()), progress);
    }

    /** Scores a pair with the reference of this scorer. */
    PairScore score(ImagePair pair, Progress progress) {
        long start = System.nanoTime();
        List<CropOutput> outputs =
                network.compare(referenceCrops(pair.reference()), source(pair.distorted()), progress);
        PatchMaps maps = new PatchMaps(
                Math.toIntExact(pair.width()),
                Math.toIntExact(pair.height()),
                network.architecture().crop(),
                crops,
                outputs.stream().map(CropOutput::patchScores).toArray(float[][]::new),
                outputs.stream().map(CropOutput::patchWeights).toArray(float[][]::new));
        List<CropScore> cropScores = cropScores(outputs);
        double mean =
                cropScores.stream().mapToDouble(CropScore::score).average().orElseThrow();
        return new PairScore(
                reference.name(),
                pair.distorted().source().name(),
                options.crops().scoresByMaps() ? maps.weightedMean() : mean,
                standardDeviation(cropScores, mean),
                cropScores,
                maps,
                pair.range(),
                (System.nanoTime() - start) / NANOS_PER_SECOND);
    }

    private synchronized ReferenceCrops referenceCrops(ScaledPlane image) {
        if (referenceCrops == null) {
            referenceCrops = network.reference(source(image), crops.size(), manyComparisons);
        }
        return referenceCrops;
    }

    private CropSource source(ScaledPlane image) {
        int size = network.architecture().crop();
        return (index, target, offset) ->
                image.readCrop(crops.get(index).left(), crops.get(index).top(), size, target, offset);
    }

    private List<CropScore> cropScores(List<CropOutput> outputs) {
        return IntStream.range(0, crops.size())
                .mapToObj(i -> new CropScore(
                        crops.get(i).left(), crops.get(i).top(), outputs.get(i).score()))
                .toList();
    }

    private static OptionalDouble standardDeviation(List<CropScore> scores, double mean) {
        if (scores.size() < 2) {
            return OptionalDouble.empty();
        }
        double squares = scores.stream()
                .mapToDouble(crop -> (crop.score() - mean) * (crop.score() - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (scores.size() - 1)));
    }

    @Override
    public synchronized void close() {
        if (referenceCrops != null) {
            referenceCrops.close();
        }
    }
}
