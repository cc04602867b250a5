/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Checkpoints;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.model.WeightSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A model that sees differences, made of the published file of EfficientNet-Lite0. Its judge has learned nothing: the
 * distance of a cell is the mean of all its differences, and all cells weigh the same. Names and shapes were checked
 * when it was opened. Close it when it has been written. Thread safe.
 */
public final class LiteModel implements AhiqModel, AutoCloseable {

    /** What the network was trained with: (v - 127) / 128 of v in 0..255. */
    public static final Normalization NORMALIZATION = new Normalization(127 / 255f, 128 / 255f);

    private static final String BACKBONE = "backbone.";

    private static final Pattern UNNEEDED =
            Pattern.compile("_blocks\\.1[1-5]\\..*|_conv_head\\..*|_bn1\\..*|_fc\\..*|.*\\.num_batches_tracked");

    private static final List<DType> WEIGHT_TYPES = List.of(DType.F32, DType.F16, DType.BF16, DType.F64);

    private final Checkpoint checkpoint;
    private final Map<String, SourceTensor> tensors;
    private final Map<String, long[]> shapes;
    private final ModelCard card;

    private LiteModel(String name, Checkpoint checkpoint, DifferenceArchitecture architecture, boolean checkName) {
        this.checkpoint = checkpoint;
        this.tensors = PlainNames.of(checkpoint);
        this.shapes = architecture.tensorShapes();
        String sha256 = SourceFile.hash(checkpoint.source());
        if (checkName) {
            SourceFile.checkName(checkpoint.source(), sha256);
        }
        checkTensors();
        this.card = card(name, architecture, checkpoint.source(), sha256);
    }

    /**
     * Opens and checks the file and reads it once for its hash.
     *
     * @param name of the model
     * @param architecture sizes of the judge
     * @param checkName whether a file with the beginning of a hash at the end of its name must have this hash
     * @throws UsageException if there can be no model of that name
     * @throws WeightsException if the file is malformed, or of another network
     */
    public static LiteModel open(String name, Path file, DifferenceArchitecture architecture, boolean checkName) {
        if (!ModelCard.isName(name)) {
            throw new UsageException(
                    "'" + Printable.of(name) + "' is no name of a model: expected up to 100 letters, digits,"
                            + " '.', '-' and '_', beginning with a letter or digit.");
        }
        Checkpoint checkpoint = Checkpoints.open(file);
        try {
            return new LiteModel(name, checkpoint, architecture, checkName);
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    private void checkTensors() {
        Problems problems = new Problems();
        shapes.forEach((name, shape) -> {
            if (name.startsWith(BACKBONE)) {
                check(name.substring(BACKBONE.length()), shape, problems);
            }
        });
        tensors.keySet().stream()
                .filter(name -> !shapes.containsKey(BACKBONE + name))
                .filter(name -> !UNNEEDED.matcher(name).matches())
                .forEach(name -> problems.add(Printable.of(name) + " is unexpected"));
        if (!problems.isEmpty()) {
            throw new WeightsException("Cannot import " + checkpoint.source() + " as EfficientNet-Lite0: " + problems
                    + ". Take the file that the README names.");
        }
    }

    private void check(String name, long[] shape, Problems problems) {
        SourceTensor tensor = tensors.get(name);
        if (tensor == null) {
            problems.add(name + " is missing (expected shape " + Arrays.toString(shape) + ")");
            return;
        }
        TensorInfo info = tensor.info();
        if (!Arrays.equals(info.shape(), shape) || !WEIGHT_TYPES.contains(info.dtype())) {
            problems.add(name + " is " + info + ", expected floating point of shape " + Arrays.toString(shape));
        }
    }

    private static ModelCard card(String name, DifferenceArchitecture architecture, Path file, String sha256) {
        return new ModelCard(
                name,
                "1",
                "Differences of the features of EfficientNet-Lite0, all counted alike; nothing was learned about quality.",
                architecture,
                NORMALIZATION,
                "0 (worst) to 1 (identical)",
                "ImageNet, for the features alone",
                "Apache-2.0",
                "Tan and Le, EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, ICML 2019",
                "imported by ahiq " + Version.get(),
                List.of(new WeightSource("backbone", file.getFileName().toString(), sha256)),
                "");
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /** @throws WeightsException if it cannot be read, or holds a value that is not finite in float32 */
    @Override
    public Tensor tensor(String name) {
        return name.startsWith(BACKBONE) ? backbone(name.substring(BACKBONE.length())) : constant(name);
    }

    private Tensor backbone(String name) {
        Tensor tensor = tensors.get(name).data().get().to(DType.F32);
        int wrong = tensor.indexOfNonFinite();
        if (wrong >= 0) {
            throw new WeightsException("Cannot import " + checkpoint.source() + ": element " + wrong + " of " + name
                    + " is " + tensor.get(wrong) + ", expected a finite number. The file is damaged.");
        }
        return tensor;
    }

    /** One unit of each convolution of the judge passes the mean on. */
    private Tensor constant(String name) {
        long[] shape = shapes.get(name);
        float[] values = new float[Math.toIntExact(Tensor.elementCount(shape))];
        if (name.startsWith("head.")) {
            Arrays.fill(values, 1);
        } else if (name.equals("judge.conv0.weight")) {
            Arrays.fill(values, 0, DifferenceArchitecture.DIFFERENCES, 1f / DifferenceArchitecture.DIFFERENCES);
        } else if (name.equals("judge.conv1.weight") || name.equals("judge.distance.weight")) {
            values[0] = 1;
        }
        return Tensor.of(values, shape);
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
