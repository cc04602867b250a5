/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.model.OfficialModel;
import sc.fiji.ahiq.network.model.OfficialModels;
import sc.fiji.ahiq.network.model.Pooling;
import sc.fiji.ahiq.network.model.WeightSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A model made of open weight files: the AHIQ heads, a CNN and a Vision Transformer, or one of these. Names and shapes
 * were checked when it was opened; tensors are read and converted when they are asked for, and are float32. Tensors of
 * the files that the network does not need are not part of it. Close it when it has been written. Thread safe.
 */
public final class ImportedModel implements AhiqModel, AutoCloseable {

    private static final Set<DType> WEIGHT_TYPES = Set.of(DType.F32, DType.F16, DType.BF16, DType.F64);

    private final SourceFiles files;
    private final ModelCard card;
    private final Map<String, Entry> entries;
    private final List<String> notes;

    private record Entry(SourceFile file, SourceTensor tensor) {}

    private ImportedModel(String name, SourceFiles files, Optional<Pooling> pooling) {
        this.files = files;
        Architecture architecture = new ArchitectureFinder(files, pooling).find();
        this.entries = entries(files, architecture);
        this.card = card(name, files, architecture);
        this.notes = ImportNotes.of(files, architecture);
    }

    /**
     * Opens and checks the files and reads each once for its hash. Which file holds which part is found from its
     * tensors; a file given for the wrong part is taken for what it is, with a note.
     *
     * @param name of the model
     * @param given by the names of their parts, {@code ahiq} (the heads), {@code cnn} and {@code vit}; one of the last
     *     two alone for a network of one branch
     * @param pooling of the patch scores; empty for what the heads tell, which is {@link Pooling#PATCH} for
     *     {@link Pooling#BOTH}, too
     * @param checkNames whether a file with the beginning of a hash at the end of its name, as in
     *     {@code resnet50_a1_0-14fe96d1.pth}, must have this hash
     * @throws UsageException if there can be no model of that name
     * @throws WeightsException if a file is malformed, or they do not make a network
     */
    public static ImportedModel open(
            String name, Map<String, Path> given, Optional<Pooling> pooling, boolean checkNames) {
        if (!ModelCard.isName(name)) {
            throw new UsageException(
                    "'" + Printable.of(name) + "' is no name of a model: expected up to 100 letters, digits,"
                            + " '.', '-' and '_', beginning with a letter or digit.");
        }
        Map<Part, Path> parts = new EnumMap<>(Part.class);
        given.forEach((part, path) -> parts.put(Part.named(part), path));
        return of(name, SourceFiles.open(parts, checkNames), pooling);
    }

    /** Takes the files, and closes them if they do not make a network. */
    private static ImportedModel of(String name, SourceFiles files, Optional<Pooling> pooling) {
        try {
            return new ImportedModel(name, files, pooling);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static Map<String, Entry> entries(SourceFiles files, Architecture architecture) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<Part, Problems> problems = new EnumMap<>(Part.class);
        Map<String, long[]> expected = architecture.tensorShapes();
        for (Part part : Part.values()) {
            problems.put(part, new Problems());
        }
        expected.forEach((name, shape) -> {
            Part part = part(name);
            SourceFile file = files.get(part);
            SourceTensor tensor =
                    file.tensors().get(name.substring(part.prefix().length()));
            check(name.substring(part.prefix().length()), tensor, shape, problems.get(part));
            entries.put(name, new Entry(file, tensor));
        });
        files.all().forEach(file -> nameUnexpected(file, expected, problems.get(file.part())));
        refuse(files, problems);
        return entries;
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> !part.prefix().isEmpty() && name.startsWith(part.prefix()))
                .findFirst()
                .orElse(Part.AHIQ);
    }

    private static void check(String name, SourceTensor tensor, long[] shape, Problems problems) {
        if (tensor == null) {
            problems.add(name + " is missing (expected shape " + Arrays.toString(shape) + ")");
            return;
        }
        TensorInfo info = tensor.info();
        if (!Arrays.equals(info.shape(), shape) || !WEIGHT_TYPES.contains(info.dtype())) {
            problems.add(name + " is " + info + ", expected floating point of shape " + Arrays.toString(shape));
        }
    }

    private static void nameUnexpected(SourceFile file, Map<String, long[]> expected, Problems problems) {
        file.tensors().forEach((name, tensor) -> {
            if (!expected.containsKey(file.part().prefix() + name)
                    && !file.part().knows(name)) {
                problems.add(Printable.of(name) + " is unexpected");
            }
        });
    }

    private static void refuse(SourceFiles files, Map<Part, Problems> problems) {
        StringBuilder message = new StringBuilder();
        problems.forEach((part, found) -> {
            if (!found.isEmpty()) {
                message.append("Cannot import ").append(files.get(part).path());
                message.append(" as ")
                        .append(part.words())
                        .append(": ")
                        .append(found)
                        .append(". ");
            }
        });
        if (!message.isEmpty()) {
            throw new WeightsException(message + "It is another network, or the files do not belong together.");
        }
    }

    private static ModelCard card(String name, SourceFiles files, Architecture architecture) {
        Optional<OfficialModel> official =
                OfficialModels.withHeads(files.get(Part.AHIQ).sha256());
        List<WeightSource> sources = files.all().stream()
                .map(file -> new WeightSource(file.part().key(), file.fileName(), file.sha256()))
                .toList();
        return new ModelCard(
                name,
                "1",
                official.map(OfficialModel::description)
                        .orElse("AHIQ with " + branches(architecture) + ", imported from "
                                + files.get(Part.AHIQ).fileName() + "."),
                architecture,
                Normalization.PUBLISHED,
                official.map(OfficialModel::score).orElse("higher is better; the range is that of the training labels"),
                official.map(OfficialModel::training).orElse("not told by the imported files"),
                official.map(OfficialModel::licence).orElse("not told by the imported files; that of their source"),
                ModelCard.CITATION,
                "imported by ahiq " + Version.get(),
                sources,
                "");
    }

    private static String branches(Architecture architecture) {
        FusionType type = architecture.fusion().type();
        return Stream.of(
                        type.hasVit()
                                ? "a Vision Transformer of patch size "
                                        + architecture.vit().patch()
                                : "",
                        type.hasCnn() ? architecture.cnn().name() : "")
                .filter(branch -> !branch.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /**
     * What the user should know: files taken for another part than stated, and weights that look like the wrong ones.
     */
    public List<String> notes() {
        return notes;
    }

    /** @throws WeightsException if it cannot be read, or holds a value that is not finite in float32 */
    @Override
    public Tensor tensor(String name) {
        Entry entry = entries.get(name);
        Tensor tensor = entry.tensor.data().get().to(DType.F32);
        int wrong = tensor.indexOfNonFinite();
        if (wrong >= 0) {
            throw new WeightsException("Cannot import " + entry.file.path() + ": element " + wrong + " of "
                    + Printable.of(entry.tensor.name()) + " is " + tensor.get(wrong)
                    + ", expected a finite number. The file is damaged, or its training failed.");
        }
        return tensor;
    }

    @Override
    public void close() {
        files.close();
    }
}
