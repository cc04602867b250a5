/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.metric.natural.Brisque;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Parameters of NIQE, BRISQUE and NRQM in the files of their authors: MATLAB 5 and LIBSVM. */
final class SceneParameters {

    private static final long MAX_BYTES = 64L << 20;
    private static final String MATLAB = "MATLAB 5.0 MAT-file";
    private static final String LIBSVM = "svm_type ";
    private static final int FEATURES = 36;

    private static final int RANGE = 2;
    private static final String RANGES = "ranges";
    private static final String MATLAB_COEFFICIENTS = "sv_coef";

    /** Of the release of BRISQUE; files of other programs leave them out. */
    private static final double USUAL_GAMMA = 0.05;

    private static final double USUAL_RHO = -153.591;

    /** Of MATLAB's image processing toolbox, whose gamma is 1 for features and vectors divided by 0.3210. */
    private static final double MATLAB_GAMMA = 1 / (0.3210 * 0.3210);

    private static final double MATLAB_RHO = -43.4582;

    private SceneParameters() {}

    /**
     * The numbers of a file of one of these formats by their names there; empty if it is of another.
     *
     * @throws WeightsException if it is damaged or too large
     */
    static Optional<Map<String, SourceTensor>> read(Path file) {
        try {
            String head = head(file);
            boolean matlab = head.startsWith(MATLAB);
            boolean ranges = head.replace("\r", "").startsWith(LibSvm.RANGES_HEAD);
            if (!matlab && !ranges && !head.startsWith(LIBSVM)) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new WeightsException("Cannot import " + file + ": it has " + Files.size(file)
                        + " bytes, but parameters have at most " + MAX_BYTES + ". Take the published file.");
            }
            return Optional.of(matlab ? matlab(file) : ranges ? LibSvm.readRanges(file) : LibSvm.read(file));
        } catch (IOException e) {
            throw new WeightsException("Cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MATLAB.length()), StandardCharsets.ISO_8859_1);
        }
    }

    private static Map<String, SourceTensor> matlab(Path file) {
        Map<String, SourceTensor> tensors = new LinkedHashMap<>();
        try (MatFile content = Mat5.readFromFile(file.toFile())) {
            content.getEntries().forEach(entry -> {
                if (entry.getValue() instanceof Matrix matrix && !matrix.isComplex()) {
                    tensors.put(entry.getName(), tensor(entry.getName(), matrix));
                } else if (entry.getValue() instanceof Struct struct
                        && entry.getName().equals(ForestParameters.NAME)) {
                    tensors.putAll(ForestParameters.read(file, struct));
                }
            });
            return tensors;
        } catch (WeightsException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // whatever the reader meets in a damaged file
            throw new WeightsException(
                    "Cannot import " + file + ": expected a MATLAB 5 file, but it cannot be read ("
                            + Printable.of(e.getMessage()) + "). Take the published file.",
                    e);
        }
    }

    private static SourceTensor tensor(String name, Matrix matrix) {
        double[] values = new double[matrix.getNumElements()];
        int columns = matrix.getNumCols();
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.getDouble(i / columns, i % columns);
        }
        return tensor(name, values, matrix.getNumRows(), columns);
    }

    static SourceTensor tensor(String name, double[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        Tensor tensor = new Tensor(DType.F64, shape, bytes);
        return new SourceTensor(name, new TensorInfo(DType.F64, shape), () -> tensor);
    }

    /**
     * Gives the parts of BRISQUE the names of a model, and adds what the files leave out. Coefficients and support
     * vectors are {@code sv_coef} and {@code sv} in MATLAB files, the first and second of a pair in those of PyTorch.
     * Other metrics are as they should be.
     *
     * @return the design with the number of support vectors or nodes
     * @throws WeightsException if there are none, they are not of the variant, or they need ranges of features that are
     *     not given
     */
    static MetricDesign complete(MetricDesign design, List<MetricFile> files) {
        return switch (design.kind()) {
            case BRISQUE -> completeBrisque(design, files);
            case NRQM, PI -> ForestParameters.complete(design, files);
            default -> design;
        };
    }

    private static MetricDesign completeBrisque(MetricDesign design, List<MetricFile> files) {
        MetricFile file = files.stream()
                .filter(f -> f.tensors().containsKey("sv") || f.tensors().containsKey("1"))
                .findFirst()
                .orElse(files.get(0));
        Map<String, SourceTensor> tensors = file.tensors();
        requireVariant(design, tensors, file.path());
        boolean matlab = tensors.containsKey(MATLAB_COEFFICIENTS);
        rename(tensors, MATLAB_COEFFICIENTS, "coef");
        rename(tensors, "0", "coef");
        rename(tensors, "1", "sv");
        tensors.putIfAbsent("gamma", tensor("gamma", new double[] {matlab ? MATLAB_GAMMA : USUAL_GAMMA}, 1));
        tensors.putIfAbsent("rho", tensor("rho", new double[] {matlab ? MATLAB_RHO : USUAL_RHO}, 1));
        if (files.stream().noneMatch(f -> f.tensors().containsKey(RANGES))) {
            double[] ranges = matlab ? Brisque.noRanges() : releaseRanges(tensors, file.path());
            tensors.put(RANGES, tensor(RANGES, ranges, FEATURES, RANGE));
        }
        SourceTensor vectors = tensors.get("sv");
        if (vectors == null
                || vectors.info().shape().length != 2
                || vectors.info().shape()[1] != FEATURES
                || vectors.info().shape()[0] < 1) {
            throw new WeightsException("Cannot import " + file.path() + " as brisque: expected support vectors of "
                    + FEATURES + " features, found " + (vectors == null ? "none" : vectors.info())
                    + ". Take the published allmodel, brisque_svm_weights.pth or brisque_matlab.mat.");
        }
        return new MetricDesign(
                design.kind(), design.variant(), Math.toIntExact(vectors.info().shape()[0]));
    }

    private static void requireVariant(MetricDesign design, Map<String, SourceTensor> tensors, Path file) {
        boolean matlab = design.variant().equals("matlab");
        if (matlab != tensors.containsKey(MATLAB_COEFFICIENTS)) {
            throw new WeightsException("Cannot import " + file + " as the variant " + design.variant()
                    + " of brisque: expected " + (matlab ? "" : "no ") + "sv_coef, which the file of MATLAB's toolbox"
                    + " has and the others have not. Choose another variant, or the other file.");
        }
    }

    /** Other regressions than that of the release were trained on features that were scaled in another way. */
    private static double[] releaseRanges(Map<String, SourceTensor> tensors, Path file) {
        double rho = tensors.get("rho").data().get().get(0);
        if (rho != USUAL_RHO) {
            throw new WeightsException("Cannot import " + file + " as brisque: expected rho " + USUAL_RHO
                    + " of the release, found " + rho + ". The features of another training were scaled by ranges of"
                    + " their own: give them as heads, in a file as svm-scale writes it (allrange of the release).");
        }
        return Brisque.releaseRanges();
    }

    private static void rename(Map<String, SourceTensor> tensors, String from, String to) {
        SourceTensor tensor = tensors.remove(from);
        if (tensor != null) {
            tensors.put(to, tensor);
        }
    }
}
