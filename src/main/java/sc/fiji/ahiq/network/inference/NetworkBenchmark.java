/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.NetworkCost;

/**
 * Measures the network against the matrix product of the same machine in the same process. Each figure is the fastest
 * of several runs after one that is not counted; rounds over all figures are interleaved, so that a busy moment of a
 * shared machine does not fall on one of them alone.
 */
public final class NetworkBenchmark {

    private static final int MATRIX_SIZE = 4096;
    private static final double GIGA = 1e9;

    private static final String OFFSETS = "offsets";
    private static final String SAMPLING = "sampling";
    private static final String DEFORMABLE_PRODUCT = "deformable product";

    private final TorchNetwork network;
    private final TorchDevice device;
    private final FusionType fusion;
    private final NetworkCost cost;
    private final int batch;

    private NetworkBenchmark(TorchNetwork network, TorchDevice device, FusionType fusion, NetworkCost cost, int batch) {
        this.fusion = fusion;
        this.network = network;
        this.device = device;
        this.cost = cost;
        this.batch = batch;
    }

    /**
     * One measured stage.
     *
     * @param name of the stage
     * @param timesPerPair how often a crop pair needs it
     * @param seconds of one run on a batch
     * @param gigaflops achieved GFLOP/s; 0 for stages without matrix products
     */
    public record Stage(String name, int timesPerPair, double seconds, double gigaflops) {}

    /**
     * All figures.
     *
     * @param device {@code cpu} or {@code gpuN}
     * @param engine name, version and build
     * @param batch crop pairs per run
     * @param gigaflopPerPair work of a crop pair
     * @param matrixGigaflops GFLOP/s of a 4096 x 4096 x 4096 float32 matrix product
     * @param pairSeconds a batch of pairs
     * @param encodeSeconds a batch of references
     * @param compareSeconds a batch of distorted crops against encoded references
     * @param stages the parts
     */
    public record Result(
            String device,
            String engine,
            int batch,
            double gigaflopPerPair,
            double matrixGigaflops,
            double pairSeconds,
            double encodeSeconds,
            double compareSeconds,
            List<Stage> stages) {

        /** Crop pairs per second. */
        public double pairsPerSecond() {
            return batch / pairSeconds;
        }

        /** Further distorted crops per second against encoded references. */
        public double comparisonsPerSecond() {
            return batch / compareSeconds;
        }

        /** GFLOP/s over the whole forward pass. */
        public double gigaflops() {
            return gigaflopPerPair * pairsPerSecond();
        }

        /** The network's speed as a fraction of that of the matrix product. */
        public double efficiency() {
            return gigaflops() / matrixGigaflops;
        }

        /** Time of a further distorted crop as a fraction of that of a pair. */
        public double cachedFraction() {
            return compareSeconds / pairSeconds;
        }
    }

    /**
     * Loads the model and measures it; takes about a minute for the published network on two cores.
     *
     * @param rounds measured runs per figure, at least 1
     * @param progress told of finished runs
     * @throws EngineException if the engine fails or a batch does not fit into memory
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public static Result run(AhiqModel model, InferenceOptions options, int rounds, Progress progress) {
        if (options.engine().place() == EnginePlace.PROCESS) {
            throw new UsageException("The stages of a network are measured in this process: expected engine=auto or"
                    + " engine=internal, but found engine=process.");
        }
        TorchEngine engine = TorchEngine.start(options.engine(), options.device());
        TorchDevice device = engine.device(options.device());
        device.facts().require(options.precision());
        int batch = options.batch()
                .orElseGet(() -> device.facts().batchFor(model.card().architecture(), options.precision()));
        Architecture architecture = model.card().architecture();
        FusionType fusion = architecture.fusion().type();
        NetworkCost cost = NetworkCost.of(architecture);
        try (TorchNetwork network = TorchNetwork.load(model, device, options.precision())) {
            return new NetworkBenchmark(network, device, fusion, cost, batch)
                    .measure(engine.toString(), rounds, progress);
        } catch (OutOfNativeMemoryException e) {
            throw new EngineException(
                    "A batch of " + batch + " does not fit into the memory of " + device + ". Use a smaller --batch.",
                    e);
        }
    }

    private Result measure(String engine, int rounds, Progress progress) throws OutOfNativeMemoryException {
        try (NDManager manager = network.newManager()) {
            NDArray images = manager.randomUniform(-1, 1, new Shape(batch, 3, network.crop(), network.crop()));
            NDArray matrix = manager.randomNormal(new Shape(MATRIX_SIZE, MATRIX_SIZE));
            Timing product = new Timing("matrix product", 1, 0, () -> new NDList(matrix.matMul(matrix)));
            Timing pair = new Timing("pair", 1, 0, () -> network.call("forward", images, images));
            Timing encode = new Timing("encode", 1, 0, () -> network.call("encode", images));
            NDList encoded = network.call("encode", images);
            Timing compare =
                    new Timing("compare", 1, 0, () -> network.call("compare", images, encoded.get(0), encoded.get(1)));
            List<Timing> stages = stages(images);
            List<Timing> all = new ArrayList<>(List.of(product, pair, encode, compare));
            all.addAll(stages);
            int runs = (rounds + 1) * all.size();
            for (int run = 0; run < runs; run++) {
                progress.update(run, runs);
                all.get(run % all.size()).run(run >= all.size());
            }
            double matrixFlop = 2.0 * MATRIX_SIZE * MATRIX_SIZE * MATRIX_SIZE;
            return new Result(
                    device.toString(),
                    engine,
                    batch,
                    2 * cost.pair() / GIGA,
                    matrixFlop / GIGA / product.best,
                    pair.best,
                    encode.best,
                    compare.best,
                    stages.stream().map(Timing::toStage).toList());
        }
    }

    private List<Timing> stages(NDArray images) throws OutOfNativeMemoryException {
        return switch (fusion) {
            case DEFORMABLE -> stagesOfBoth(images);
            case CONCAT ->
                stagesOfBoth(images).stream()
                        .filter(stage -> !stage.isOfDeformation())
                        .toList();
            case CNN -> stagesOfCnn(images);
            case VIT -> stagesOfVit(images);
        };
    }

    private List<Timing> stagesOfCnn(NDArray images) throws OutOfNativeMemoryException {
        NDArray cnn = network.call("cnn_features", images).get(0);
        NDArray fused = network.call("reduce", cnn, images).get(0);
        NDArray features = network.call("down", fused).get(0);
        return List.of(
                new Timing("CNN", 2, cost.cnn(), () -> network.call("cnn_features", images)),
                new Timing("fusion convolutions", 2, cost.reduce(), () -> network.call("reduce", cnn, images)),
                new Timing("joining of features", 2, cost.down(), () -> network.call("down", fused)),
                new Timing("regressor", 1, cost.regress(), () -> network.call("regress", features, features)));
    }

    private List<Timing> stagesOfVit(NDArray images) throws OutOfNativeMemoryException {
        NDArray vit = network.call("vit_features", images).get(0);
        NDArray features = network.call("down", vit).get(0);
        return List.of(
                new Timing("ViT", 2, cost.vit(), () -> network.call("vit_features", images)),
                new Timing("joining of features", 2, cost.down(), () -> network.call("down", vit)),
                new Timing("regressor", 1, cost.regress(), () -> network.call("regress", features, features)));
    }

    private List<Timing> stagesOfBoth(NDArray images) throws OutOfNativeMemoryException {
        NDArray vit = network.call("vit_features", images).get(0);
        NDArray cnn = network.call("cnn_features", images).get(0);
        NDArray offsets = network.call("offsets", vit, cnn).get(0);
        NDArray samples = network.call("sample", cnn, offsets).get(0);
        NDArray deformed = network.call("deform", samples).get(0);
        NDArray fused = network.call("reduce", deformed, vit).get(0);
        NDArray features = network.call("down", vit, fused).get(0);
        return List.of(
                new Timing("ViT", 2, cost.vit(), () -> network.call("vit_features", images)),
                new Timing("CNN", 2, cost.cnn(), () -> network.call("cnn_features", images)),
                new Timing(OFFSETS, 1, cost.offsets(), () -> network.call("offsets", vit, cnn)),
                new Timing(SAMPLING, 2, 0, () -> network.call("sample", cnn, offsets)),
                new Timing(DEFORMABLE_PRODUCT, 2, cost.deform(), () -> network.call("deform", samples)),
                new Timing("fusion convolutions", 2, cost.reduce(), () -> network.call("reduce", deformed, vit)),
                new Timing("joining of features", 2, cost.down(), () -> network.call("down", vit, fused)),
                new Timing("regressor", 1, cost.regress(), () -> network.call("regress", features, features)));
    }

    @FunctionalInterface
    private interface Call {
        NDList run() throws OutOfNativeMemoryException;
    }

    /** The fastest of several runs of a call. */
    private final class Timing {

        private final String name;
        private final int timesPerPair;
        private final long multiplyAddsPerCrop;
        private final Call call;
        private double best = Double.POSITIVE_INFINITY;

        Timing(String name, int timesPerPair, long multiplyAddsPerCrop, Call call) {
            this.name = name;
            this.timesPerPair = timesPerPair;
            this.multiplyAddsPerCrop = multiplyAddsPerCrop;
            this.call = call;
        }

        boolean isOfDeformation() {
            return List.of(OFFSETS, SAMPLING, DEFORMABLE_PRODUCT).contains(name);
        }

        void run(boolean counts) throws OutOfNativeMemoryException {
            long start = System.nanoTime();
            try (NDList result = call.run()) {
                waitFor(result.get(0));
                if (counts) {
                    best = Math.min(best, (System.nanoTime() - start) / GIGA);
                }
            }
        }

        /** A GPU works on after the call has returned, until one of its results is asked for. */
        private void waitFor(NDArray result) {
            if (device.isGpu()) {
                try (NDArray flat = result.flatten();
                        NDArray first = flat.get(0)) {
                    first.toByteBuffer();
                }
            }
        }

        Stage toStage() {
            return new Stage(name, timesPerPair, best, 2.0 * multiplyAddsPerCrop * batch / GIGA / best);
        }
    }
}
