/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.NetworkParameters;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Trains the judges of a network that sees differences, whose frozen layers see every pair once. */
final class DifferenceTraining {

    private static final double NANOS_PER_SECOND = 1e9;

    private final TrainingConfig config;
    private final DifferenceTask task;
    private final TorchDevice device;
    private final Progress progress;
    private final Consumer<StepReport> reports;
    private final TrainingCheckpoint checkpoint;
    private final ReplacedFolder bestModel;

    DifferenceTraining(
            TrainingConfig config,
            DifferenceTask task,
            TorchDevice device,
            Progress progress,
            Consumer<StepReport> reports) {
        this.config = config;
        this.task = task;
        this.device = device;
        this.progress = progress;
        this.reports = reports;
        this.checkpoint = new TrainingCheckpoint(config.output().resolve("checkpoint"));
        this.bestModel = new ReplacedFolder(config.output().resolve("model"));
    }

    /** As {@link Training#run}; the output folder is there. */
    Path run() {
        SplitFile.write(task.pairs().split(), config.output().resolve(Training.SPLIT));
        boolean resumed = checkpoint.exists();
        TrainingState state = resumed ? checkpoint.state(task.hash()) : TrainingState.start(task.hash());
        WeightSet weights = resumed ? checkpoint.weights() : task.initialWeights(device, progress);
        try (DifferenceCache cache = task.differences(weights, device, progress)) {
            if (!resumed) {
                weights.tensors().put("head.scale", JudgeWeights.scale(task.means(cache)));
            }
            train(cache, weights, state, resumed);
        }
        return config.output().resolve("model");
    }

    private void train(DifferenceCache cache, WeightSet weights, TrainingState state, boolean resumed) {
        try (TrainableNetwork network = TrainableNetwork.load(weights, device, DifferenceTraining::isJudge);
                TrainingLog log =
                        TrainingLog.after(state.step(), config.output().resolve(Training.LOG))) {
            Adam adam = new Adam(network.manager(), network.trained(), config.optimizer());
            WeightAverage average =
                    new WeightAverage(network.trained(), config.differences().average());
            if (resumed) {
                checkpoint.restore(adam, average);
            }
            new Loop(cache, network, adam, average, weights, log, state).run();
        }
    }

    private static boolean isJudge(String parameter) {
        return parameter.startsWith("judge.");
    }

    /** The steps of one run. */
    private final class Loop {

        private final DifferenceCache cache;
        private final TrainableNetwork network;
        private final Adam adam;
        private final WeightAverage average;
        private final WeightSet start;
        private final TrainingLog log;
        private TrainingState state;
        private long savedNanos = System.nanoTime();

        Loop(
                DifferenceCache cache,
                TrainableNetwork network,
                Adam adam,
                WeightAverage average,
                WeightSet start,
                TrainingLog log,
                TrainingState state) {
            this.cache = cache;
            this.network = network;
            this.adam = adam;
            this.average = average;
            this.start = start;
            this.log = log;
            this.state = state;
        }

        void run() {
            try {
                if (state.unvalidatedLoss().isPresent()) {
                    conclude(Double.NaN);
                }
                while (state.step() < task.steps()) {
                    progress.update(state.step(), task.steps());
                    long begin = System.nanoTime();
                    state = state.stepped(step());
                    conclude((System.nanoTime() - begin) / NANOS_PER_SECOND);
                }
            } catch (CancelledException e) {
                save();
                throw e;
            }
        }

        private double step() {
            try {
                double loss = 0;
                for (int judge = 0; judge < task.judges(); judge++) {
                    loss += network.addGradients(task.batch(cache, state.step(), judge), judge, config.loss())
                            / task.judges();
                }
                if (!Double.isFinite(loss)) {
                    throw new EngineException(
                            "The loss of step " + (state.step() + 1) + " is " + loss + ". " + Training.DIVERGED);
                }
                adam.update(state.step() + 1, rate(state.step()));
                average.update();
                return loss;
            } catch (OutOfNativeMemoryException e) {
                throw tooLarge(e);
            }
        }

        private double rate(long step) {
            return task.learningRate().at(step);
        }

        private EngineException tooLarge(OutOfNativeMemoryException e) {
            return new EngineException(
                    "A batch of " + config.batch() + " does not fit into memory. Use a smaller one. The engine says: "
                            + e.getMessage(),
                    e);
        }

        private void conclude(double seconds) {
            double loss = state.unvalidatedLoss().orElseThrow();
            Optional<ValidationAgreement> agreement = validate(state.step());
            boolean isBest = agreement.map(a -> a.isBetterThan(state.best())).orElse(false);
            state = state.concluded(isBest ? agreement.orElseThrow() : state.best());
            StepReport report = new StepReport(
                    state.step(),
                    task.steps(),
                    (state.step() - 1) / task.stepsPerEpoch() + 1,
                    loss,
                    rate(state.step() - 1),
                    agreement,
                    isBest,
                    config.batch() / seconds);
            log.append(report);
            if (isBest || state.step() == task.steps() && !task.validates()) {
                keepModel();
            }
            if (agreement.isPresent() || isCheckpointDue()) {
                save();
            }
            reports.accept(report);
        }

        private boolean isCheckpointDue() {
            return state.step() == task.steps()
                    || System.nanoTime() - savedNanos
                            > config.machine().checkpointMinutes() * TimeUnit.MINUTES.toNanos(1);
        }

        /** By the averaged weights; empty if none is due. */
        private Optional<ValidationAgreement> validate(long step) {
            long every = config.schedule().validateSteps().orElse(task.stepsPerEpoch());
            if (!task.validates() || step % every != 0 && step != task.steps()) {
                return Optional.empty();
            }
            double[] scores = new double[task.validationPairs()];
            double[] labels = new double[scores.length];
            try (TrainableNetwork averaged = TrainableNetwork.load(averaged(), device, parameter -> false)) {
                for (int i = 0; i < scores.length; i++) {
                    progress.update(state.step(), task.steps());
                    DifferenceBatch pair = task.validated(cache, i);
                    scores[i] = averaged.scores(pair)[0];
                    labels[i] = pair.labels()[0];
                }
            } catch (OutOfNativeMemoryException e) {
                throw tooLarge(e);
            }
            return Optional.of(ValidationAgreement.of(scores, labels));
        }

        private WeightSet averaged() {
            Map<String, Tensor> tensors = new LinkedHashMap<>(start.tensors());
            Map<String, Tensor> averages = average.tensors();
            NetworkParameters.sources(start.card().design()).forEach((parameter, names) -> {
                if (averages.containsKey(parameter)) {
                    tensors.put(names.get(0), averages.get(parameter));
                }
            });
            return new WeightSet(start.card(), tensors);
        }

        private void save() {
            Map<String, Tensor> moments = new LinkedHashMap<>(adam.state());
            moments.putAll(average.state());
            checkpoint.save(new WeightSet(start.card(), network.weights(start.tensors())), moments, state);
            savedNanos = System.nanoTime();
        }

        private void keepModel() {
            WeightSet weights =
                    new WeightSet(task.card(start, state), averaged().tensors());
            bestModel.replace(folder ->
                    ModelFolder.write(folder, config.weights() == DType.F16 ? weights.inHalfPrecision() : weights));
        }
    }
}
