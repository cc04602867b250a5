/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.List;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/**
 * A network that makes features of images and compares them, on a device. Its source has {@code encode(image)} and
 * {@code compare(reference, distorted)}, which take and give lists of tensors. How much goes through at once is counted
 * in units that the caller chooses; if that does not fit into memory, the limit is halved. Holds the weights in native
 * memory until closed. Thread safe.
 */
public final class FeatureNetwork implements AutoCloseable {

    /** Features of all references that are kept at most. */
    private static final long REFERENCE_BUDGET_BYTES = 1L << 30;

    private static final FeatureBudget NOTHING = new FeatureBudget(0);

    private final RunningModule module;
    private final String device;
    private final BatchGate gate;
    private final FeatureBudget budget = new FeatureBudget(REFERENCE_BUDGET_BYTES);

    /**
     * Memory of one unit.
     *
     * @param bytes of its activations
     * @param most units at once, even if memory would take more
     */
    public record Unit(long bytes, int most) {}

    /** The network in both precisions. */
    public interface Source {

        ScriptArchive archive();

        ScriptArchive halfPrecisionArchive();
    }

    /** A part of a pair. */
    public interface Part {

        /** Names the part among those of its image. */
        int key();

        int units();

        Pixels reference();

        Pixels distorted();

        /** What counts of each feature map; empty if all counts. */
        List<FeatureWindow> core();
    }

    FeatureNetwork(RunningModule module, String device, int limit) {
        this.module = module;
        this.device = device;
        this.gate = new BatchGate(limit);
    }

    /**
     * Starts the engine if need be and loads the network; takes seconds.
     *
     * @throws EngineException if the engine cannot start, or the device is not there or does not suit the precision
     */
    public static FeatureNetwork open(Source source, InferenceOptions options, Unit unit) {
        ScoringEngine engine = ScoringEngine.start(options.engine(), options.device());
        DeviceFacts device = engine.device(options.device());
        device.require(options.precision());
        boolean half = options.precision() == Precision.MIXED;
        RunningModule module = engine.load(half ? source.halfPrecisionArchive() : source.archive(), options.device());
        return new FeatureNetwork(module, device.name(), device.unitsFor(unit.bytes(), unit.most()));
    }

    /** {@code cpu} or {@code gpuN}. */
    public String device() {
        return device;
    }

    /** Units that may go through at once; shrinks when memory runs out. */
    public int limit() {
        return gate.batch();
    }

    /**
     * A reference of which nothing is known yet.
     *
     * @param manyComparisons whether features are to be kept for more than one distorted image
     */
    public FeatureReference reference(boolean manyComparisons) {
        return new FeatureReference(manyComparisons ? budget : NOTHING);
    }

    /**
     * Compares a part of a distorted image with that of the reference.
     *
     * @param limit that the parts were chosen by
     * @throws OutOfNativeMemoryException if it does not fit into memory; {@link #limit} is smaller afterwards
     * @throws EngineException if the engine fails, or it did not fit and cannot be smaller
     */
    public List<FeatureOutput> compare(FeatureReference reference, Part part, int limit)
            throws OutOfNativeMemoryException {
        int limitAtEntry = gate.enter(part.units());
        try {
            SiameseNetwork.Encoded expected =
                    reference.features().borrow(part.key(), limit, () -> encode(part.reference(), part));
            try (SiameseNetwork.Encoded found = encode(part.distorted(), part)) {
                return module.compare("compare", expected, found);
            } finally {
                reference.features().giveBack(part.key(), expected);
            }
        } catch (OutOfNativeMemoryException e) {
            if (limitAtEntry <= 1) {
                throw tooSmall(e);
            }
            gate.halve();
            throw e;
        } finally {
            gate.leave(part.units());
        }
    }

    /** What to throw when the least that a comparison needs does not fit into memory. */
    public EngineException tooSmall(OutOfNativeMemoryException cause) {
        return new EngineException(
                "The memory of " + device + " does not suffice for the least that this metric looks at: close other"
                        + " programs, or use another device. The engine says: " + cause.getMessage(),
                cause);
    }

    private SiameseNetwork.Encoded encode(Pixels pixels, Part part) throws OutOfNativeMemoryException {
        return module.encode("encode", pixels, part.core());
    }

    @Override
    public void close() {
        module.close();
    }
}
