/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.Normalization;

/**
 * A model on a device, ready to compare crops. Crops go through in batches; a batch that does not fit into the memory
 * of the device is halved and tried again, down to one crop. On a CPU the same call gives the same bits. Holds the
 * weights in native memory until closed. Thread safe: small batches of several threads go through at the same time, as
 * long as they are no more than a batch together.
 */
public final class Network implements OpenNetwork {

    /** Features of all references that are kept at most; 1 GiB are about 1000 crops of the published network. */
    private static final long REFERENCE_BUDGET_BYTES = 1L << 30;

    private static final FeatureBudget NOTHING = new FeatureBudget(0);

    private final SiameseNetwork network;
    private final Architecture architecture;
    private final Normalization normalization;
    private final String device;
    private final String engine;
    private final BatchGate gate;
    private final FeatureBudget budget = new FeatureBudget(REFERENCE_BUDGET_BYTES);
    private final AtomicLong encodedCrops = new AtomicLong();

    Network(
            SiameseNetwork network,
            Architecture architecture,
            Normalization normalization,
            String device,
            String engine,
            int batch) {
        this.network = network;
        this.architecture = architecture;
        this.normalization = normalization;
        this.device = device;
        this.engine = engine;
        this.gate = new BatchGate(batch);
    }

    /**
     * Starts the engine if need be and loads the model; takes seconds.
     *
     * @throws EngineException if the engine cannot start, or the device is not there or does not suit the precision
     */
    public static Network open(AhiqModel model, InferenceOptions options) {
        ScoringEngine engine = ScoringEngine.start(options.engine(), options.device());
        DeviceFacts device = engine.device(options.device());
        device.require(options.precision());
        Architecture architecture = model.card().architecture();
        int batch = options.batch().orElseGet(() -> device.batchFor(architecture, options.precision()));
        boolean half = options.precision() == Precision.MIXED;
        RunningModule module = engine.load(half ? model.halfPrecisionArchive() : model.archive(), options.device());
        return new Network(
                new CropNetwork(module, architecture.crop()),
                architecture,
                model.card().normalization(),
                device.name(),
                engine.toString(),
                batch);
    }

    /** Sizes of the network. */
    public Architecture architecture() {
        return architecture;
    }

    /** {@code cpu} or {@code gpuN}. */
    @Override
    public String device() {
        return device;
    }

    /** Name, version and build of the engine, for people. */
    @Override
    public String engine() {
        return engine;
    }

    /** Crops in the next call of the engine; shrinks when memory runs out. */
    @Override
    public int batch() {
        return gate.batch();
    }

    /** How many crops of references were encoded since this was opened. */
    @Override
    public long encodedCrops() {
        return encodedCrops.get();
    }

    /**
     * Prepares a reference; nothing is computed yet.
     *
     * @param count number of crops that {@code source} has
     * @param manyComparisons whether features are to be kept for more than one distorted image
     */
    public ReferenceCrops reference(CropSource source, int count, boolean manyComparisons) {
        return new ReferenceCrops(source, count, manyComparisons ? budget : NOTHING);
    }

    /**
     * Compares crop i of {@code distorted} with crop i of the reference, for all crops.
     *
     * @throws EngineException if the engine fails, one crop alone does not fit into memory or a score is not finite
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public List<CropOutput> compare(ReferenceCrops reference, CropSource distorted, Progress progress) {
        return compare(reference, distorted, 0, reference.count(), progress);
    }

    /** The same for the crops from {@code from} to {@code to}, exclusive. */
    List<CropOutput> compare(ReferenceCrops reference, CropSource distorted, int from, int to, Progress progress) {
        List<CropOutput> outputs = new ArrayList<>(to - from);
        progress.update(0, to - from);
        while (outputs.size() < to - from) {
            outputs.addAll(compareBatch(reference, distorted, from + outputs.size(), to));
            progress.update(outputs.size(), to - from);
        }
        return outputs;
    }

    /** Crops from {@code start} on, as many as fit into memory. */
    private List<CropOutput> compareBatch(ReferenceCrops reference, CropSource distorted, int start, int end) {
        while (true) {
            int batch = gate.batch();
            int size = Math.min(batch, end - start);
            float[] crops = read(distorted, start, size);
            int batchAtEntry = gate.enter(size);
            try {
                return compareBatch(reference, crops, start, size, batch);
            } catch (OutOfNativeMemoryException e) {
                shrinkBatch(size, batchAtEntry, e);
            } finally {
                gate.leave(size);
            }
        }
    }

    private List<CropOutput> compareBatch(ReferenceCrops reference, float[] crops, int start, int size, int batch)
            throws OutOfNativeMemoryException {
        SiameseNetwork.Encoded encoded =
                reference.features().borrow(start, batch, () -> encode(read(reference.source(), start, size), size));
        try {
            List<CropOutput> outputs = network.compare(crops, size, encoded);
            requireFinite(outputs, start);
            return outputs;
        } finally {
            reference.features().giveBack(start, encoded);
        }
    }

    private SiameseNetwork.Encoded encode(float[] crops, int size) throws OutOfNativeMemoryException {
        SiameseNetwork.Encoded encoded = network.encode(crops, size);
        encodedCrops.addAndGet(size);
        return encoded;
    }

    private void requireFinite(List<CropOutput> outputs, int start) {
        for (int i = 0; i < outputs.size(); i++) {
            float score = outputs.get(i).score();
            if (!Float.isFinite(score)) {
                throw new EngineException("The score of crop " + (start + i) + " is " + score + " on " + device
                        + ". Either the weights or the pixels are not finite, or they are too large for the precision: use"
                        + " --precision float32, or get the model again.");
            }
        }
    }

    private void shrinkBatch(int failedSize, int batchAtEntry, OutOfNativeMemoryException cause) {
        if (failedSize == 1 && batchAtEntry == 1) {
            throw new EngineException(
                    "The memory of " + device
                            + " does not suffice for a single crop: close other programs, or use another"
                            + " device or a smaller model. The engine says: " + cause.getMessage(),
                    cause);
        }
        gate.halve();
    }

    private float[] read(CropSource source, int start, int size) {
        int cropFloats = 3 * architecture.crop() * architecture.crop();
        float[] crops = new float[size * cropFloats];
        for (int i = 0; i < size; i++) {
            source.read(start + i, crops, i * cropFloats);
            normalization.apply(crops, i * cropFloats, cropFloats);
        }
        return crops;
    }

    @Override
    public void close() {
        network.close();
    }
}
