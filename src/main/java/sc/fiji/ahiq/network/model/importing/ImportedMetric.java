/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricFacts;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.model.WeightSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A metric made of its published weight files. Names and shapes were checked when it was opened; tensors are read and
 * converted when they are asked for. Tensors of the files that the metric does not need are not part of it. Close it
 * when it has been written. Thread safe.
 */
public final class ImportedMetric implements AhiqModel, AutoCloseable {

    /** Of metrics: the names of their score columns. */
    public static final String NAME_PATTERN = "[a-z][a-z0-9_]{0,99}";

    private static final Set<DType> WEIGHT_TYPES = Set.of(DType.F32, DType.F16, DType.BF16, DType.F64);

    private final List<MetricFile> files;
    private final MetricDesign design;
    private final ModelCard card;
    private final boolean half;
    private final Map<String, Entry> entries;

    private record Entry(MetricFile file, SourceTensor tensor, long[] shape) {}

    private ImportedMetric(String name, MetricDesign design, List<MetricFile> files, boolean half, String notice) {
        this.files = files;
        this.design = SceneParameters.complete(design, files);
        this.half = half;
        this.entries = entries();
        this.card = card(name, notice);
    }

    /**
     * Opens and checks the files and reads each once for its hash.
     *
     * @param name of the model, and of the metric in tables
     * @param parts the files by {@code backbone}, {@code heads} or {@code weights}; each tensor is taken from the first
     *     that has it
     * @param checkNames whether a file with the beginning of a hash at the end of its name, as in
     *     {@code vgg16-397923af.pth}, must have this hash
     * @param half whether the large layers are kept in 16 bits
     * @param notice licence text that must go with the weights, or empty
     * @throws UsageException if there can be no metric of that name, or no file is given
     * @throws WeightsException if a file is malformed, or they do not make the metric
     */
    public static ImportedMetric open(
            String name,
            MetricDesign design,
            Map<String, Path> parts,
            boolean checkNames,
            boolean half,
            String notice) {
        if (!name.matches(NAME_PATTERN)) {
            throw new UsageException(
                    "'" + Printable.of(name) + "' is no name of a metric: expected up to 100 lower-case"
                            + " letters, digits and underscores, beginning with a letter.");
        }
        if (parts.isEmpty()) {
            throw new UsageException("No weight file of " + design.kind().key()
                    + " was given. Give the published files as backbone and heads, or as weights if all is in one.");
        }
        List<MetricFile> files = new ArrayList<>();
        try {
            parts.forEach((part, path) -> files.add(MetricFile.open(part, path, checkNames)));
            return new ImportedMetric(name, design, files, half, notice);
        } catch (RuntimeException e) {
            files.forEach(MetricFile::close);
            throw e;
        }
    }

    private Map<String, Entry> entries() {
        Map<String, Entry> found = new LinkedHashMap<>();
        Problems problems = new Problems();
        design.tensorShapes().forEach((name, shape) -> {
            for (MetricFile file : files) {
                if (file.tensors().containsKey(name)) {
                    SourceTensor tensor = file.tensors().get(name);
                    check(tensor, shape, problems);
                    found.put(name, new Entry(file, tensor, shape));
                    return;
                }
            }
            problems.add(name + " is missing (expected shape " + Arrays.toString(shape) + ")");
        });
        if (!problems.isEmpty()) {
            throw new WeightsException(
                    "Cannot import "
                            + files.stream().map(file -> file.path().toString()).collect(Collectors.joining(" and "))
                            + " as "
                            + design.kind().key() + ": " + problems
                            + ". A file is missing, or of another network: see 'ahiq models list' for those that belong together.");
        }
        return found;
    }

    private static void check(SourceTensor tensor, long[] shape, Problems problems) {
        TensorInfo info = tensor.info();
        if (!Arrays.equals(withoutOnes(info.shape()), withoutOnes(shape)) || !WEIGHT_TYPES.contains(info.dtype())) {
            problems.add(Printable.of(tensor.name()) + " is " + info + ", expected floating point of shape "
                    + Arrays.toString(shape));
        }
    }

    /** Files of different ages keep single numbers in tensors of different ranks. */
    private static long[] withoutOnes(long[] shape) {
        return Arrays.stream(shape).filter(size -> size != 1).toArray();
    }

    private ModelCard card(String name, String notice) {
        MetricFacts facts = design.kind().facts();
        return new ModelCard(
                name,
                "1",
                facts.label() + ", imported from "
                        + files.stream().map(MetricFile::fileName).collect(Collectors.joining(" and ")) + ".",
                design,
                Normalization.NONE,
                facts.score(),
                "as published with the metric",
                facts.licence(),
                facts.citation(),
                "imported by ahiq " + Version.get(),
                files.stream()
                        .map(file -> new WeightSource(file.part(), file.fileName(), file.sha256()))
                        .toList(),
                notice);
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /** @throws WeightsException if it cannot be read, or holds a value that is not finite */
    @Override
    public Tensor tensor(String name) {
        Entry entry = entries.get(name);
        Tensor stored = entry.tensor.data().get();
        Tensor read = design.kind().isNetwork() ? stored.to(type(name)) : stored;
        int wrong = read.indexOfNonFinite();
        if (wrong >= 0) {
            throw new WeightsException("Cannot import " + entry.file.path() + ": element " + wrong + " of "
                    + Printable.of(entry.tensor.name()) + " is " + read.get(wrong)
                    + ", expected a finite number. The file is damaged, or its training failed.");
        }
        return new Tensor(read.dtype(), entry.shape, read.data());
    }

    private DType type(String name) {
        return half && design.kind().isHalfLayer(name) ? DType.F16 : DType.F32;
    }

    @Override
    public void close() {
        files.forEach(MetricFile::close);
    }
}
