/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.inference.TorchEngine;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.tensor.DType;

/** Runs a training from its start, or from its checkpoint, to its end. */
public final class Training {

    /** What to do about weights that ran away. */
    static final String DIVERGED = "Lower the learning rate, lengthen the warm-up or limit the norm of the gradient.";

    static final String SPLIT = "split.csv";
    static final String LOG = "log.csv";

    private static final String MODEL = "model";
    private static final double NANOS_PER_SECOND = 1e9;

    private final TrainingConfig config;
    private final Progress progress;
    private final Consumer<StepReport> reports;
    private final TrainingTask task;
    private final TrainingCheckpoint checkpoint;
    private final ReplacedFolder bestModel;

    private Training(TrainingConfig config, TrainingTask task, Progress progress, Consumer<StepReport> reports) {
        this.config = config;
        this.task = task;
        this.progress = progress;
        this.reports = reports;
        this.checkpoint = new TrainingCheckpoint(config.output().resolve("checkpoint"));
        this.bestModel = new ReplacedFolder(config.output().resolve(MODEL));
    }

    /**
     * Looks whether a new training may write into an output folder; one with a checkpoint is another matter.
     *
     * @throws UsageException if a file is there that may not be replaced, or a folder
     */
    public static void require(Path output, OutputRule rule) {
        if (new TrainingCheckpoint(output.resolve("checkpoint")).exists()) {
            return;
        }
        List.of(SPLIT, LOG).forEach(name -> rule.require(output.resolve(name)));
        if (Files.exists(output.resolve(MODEL))) {
            throw new UsageException("There is a " + MODEL + " in " + output + ". Train into another folder.");
        }
    }

    /**
     * Trains, and keeps the best model, or without validation the last, in the folder {@code model} of the output
     * folder.
     *
     * @param store where the model to start from is found by name
     * @param resume whether to go on from the checkpoint in the output folder; otherwise there may be none
     * @param progress told of steps, and asked before every step and every validated pair whether to go on
     * @param reports of every step, after it
     * @return the folder of the model
     * @throws UsageException if there is a checkpoint and it is not to be used, or the other way round, or it is of
     *     another task
     * @throws CancelledException if {@code progress} throws it; the checkpoint is written
     * @throws sc.fiji.ahiq.base.error.DatasetException if the pairs cannot be used
     * @throws sc.fiji.ahiq.base.error.ImageException if an image cannot be used
     * @throws EngineException if the engine fails, a batch does not fit into memory or the loss is not finite
     * @throws ModelException if the model to start from cannot be read
     * @throws sc.fiji.ahiq.base.error.ResultsException if files cannot be written
     */
    public static Path run(
            TrainingConfig config,
            ModelStore store,
            EngineSettings settings,
            boolean resume,
            Progress progress,
            Consumer<StepReport> reports) {
        TorchEngine engine = TorchEngine.start(settings, config.machine().device());
        TorchDevice device = engine.device(config.machine().device());
        config.machine().threads().ifPresent(JniUtils::setNumThreads);
        if (config.start().backbone().isPresent()) {
            return differences(config, device, engine, resume, progress, reports);
        }
        TrainingTask task = TrainingTask.of(config, store, progress);
        Training training = new Training(config, task, progress, reports);
        requireCheckpoint(config, training.checkpoint, resume);
        progress.note(task.describe() + " On " + device + " with " + engine + ".");
        return training.run(device);
    }

    private static Path differences(
            TrainingConfig config,
            TorchDevice device,
            TorchEngine engine,
            boolean resume,
            Progress progress,
            Consumer<StepReport> reports) {
        DifferenceTask task = DifferenceTask.of(config, progress);
        Folder.make(config.output());
        requireCheckpoint(config, new TrainingCheckpoint(config.output().resolve("checkpoint")), resume);
        progress.note(task.describe() + " On " + device + " with " + engine + ".");
        return new DifferenceTraining(config, task, device, progress, reports).run();
    }

    private static void requireCheckpoint(TrainingConfig config, TrainingCheckpoint checkpoint, boolean wanted) {
        if (checkpoint.exists() && !wanted) {
            throw new UsageException("There is a checkpoint in " + config.output()
                    + ". Go on with it by --resume, or train into another folder.");
        }
        if (!checkpoint.exists() && wanted) {
            throw new UsageException("Expected a checkpoint in " + config.output()
                    + " to go on from, but there is none. Start without --resume.");
        }
    }

    private Path run(TorchDevice device) {
        SplitFile.write(task.split(), Folder.make(config.output()).resolve(SPLIT));
        boolean resumed = checkpoint.exists();
        TrainingState state = resumed ? checkpoint.state(task.hash()) : TrainingState.start(task.hash());
        WeightSet weights = resumed ? checkpoint.weights() : task.initialWeights(device);
        try (TrainableNetwork network = TrainableNetwork.load(weights, device, config.frozen());
                BatchLoader loader = task.loader(state.step());
                TrainingLog log =
                        TrainingLog.after(state.step(), config.output().resolve(LOG))) {
            Adam adam = new Adam(network.manager(), network.trained(), config.optimizer());
            if (resumed) {
                checkpoint.restore(adam);
            }
            new Loop(network, adam, weights, loader, log, state).run();
        }
        return config.output().resolve(MODEL);
    }

    /** The steps of one run. */
    private final class Loop {

        private final TrainableNetwork network;
        private final Adam adam;
        private final WeightSet start;
        private final BatchLoader loader;
        private final TrainingLog log;
        private TrainingState state;
        private long savedNanos = System.nanoTime();

        Loop(
                TrainableNetwork network,
                Adam adam,
                WeightSet start,
                BatchLoader loader,
                TrainingLog log,
                TrainingState state) {
            this.network = network;
            this.adam = adam;
            this.start = start;
            this.loader = loader;
            this.log = log;
            this.state = state;
        }

        void run() {
            try {
                finish();
            } catch (CancelledException e) {
                save();
                throw e;
            }
        }

        private void finish() {
            if (state.unvalidatedLoss().isPresent()) {
                conclude(Double.NaN);
            }
            while (state.step() < task.steps()) {
                tell();
                long begin = System.nanoTime();
                state = state.stepped(step(rate(state.step())));
                conclude((System.nanoTime() - begin) / NANOS_PER_SECOND);
            }
        }

        private double rate(long step) {
            return task.learningRate().at(step);
        }

        private double step(double rate) {
            CropBatch batch = loader.take();
            try {
                double loss = network.addGradients(batch, config.loss());
                if (!Double.isFinite(loss)) {
                    throw new EngineException(
                            "The loss of step " + (state.step() + 1) + " is " + loss + ". " + DIVERGED);
                }
                adam.update(state.step() + 1, rate);
                return loss;
            } catch (OutOfNativeMemoryException e) {
                throw new EngineException(
                        "A batch of " + config.batch()
                                + " does not fit into memory. Use a smaller one. The engine says: " + e.getMessage(),
                        e);
            }
        }

        /** Validates if it is time to, tells of the last step and keeps what is worth it. */
        private void conclude(double seconds) {
            double loss = state.unvalidatedLoss().orElseThrow();
            Optional<ValidationAgreement> agreement = validate();
            boolean isBest = agreement.map(a -> a.isBetterThan(state.best())).orElse(false);
            state = state.concluded(isBest ? agreement.orElseThrow() : state.best());
            StepReport report = new StepReport(
                    state.step(),
                    task.steps(),
                    task.epoch(state.step()),
                    loss,
                    rate(state.step() - 1),
                    agreement,
                    isBest,
                    config.batch() / seconds);
            log.append(report);
            if (isBest || state.step() == task.steps() && task.validation().isEmpty()) {
                keepModel();
            }
            if (agreement.isPresent() || isCheckpointDue()) {
                save();
            }
            reports.accept(report);
        }

        /** Empty if none is due. */
        private Optional<ValidationAgreement> validate() {
            boolean due = state.step() % task.validateSteps() == 0 || state.step() == task.steps();
            if (!due || task.validation().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(task.validation().agreement(network, this::tell));
        }

        private void tell() {
            progress.update(state.step(), task.steps());
        }

        private boolean isCheckpointDue() {
            return state.step() == task.steps()
                    || System.nanoTime() - savedNanos
                            > config.machine().checkpointMinutes() * TimeUnit.MINUTES.toNanos(1);
        }

        private WeightSet weights() {
            return new WeightSet(start.card(), network.weights(start.tensors()));
        }

        private void save() {
            checkpoint.save(weights(), adam.state(), state);
            savedNanos = System.nanoTime();
        }

        private void keepModel() {
            WeightSet weights = new WeightSet(task.card(state), network.weights(start.tensors()));
            bestModel.replace(folder ->
                    ModelFolder.write(folder, config.weights() == DType.F16 ? weights.inHalfPrecision() : weights));
        }
    }
}
