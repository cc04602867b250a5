/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Checkpoints;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;

/** An open weight file that was found to hold one part of the network. */
final class SourceFile implements AutoCloseable {

    /** PyTorch's convention, with what a browser adds to the name of a second download. */
    private static final Pattern HASHED_NAME =
            Pattern.compile(".*-([0-9a-f]{8,64})( ?\\(\\d+\\))?\\.(pth|pt|bin|npz|safetensors)");

    private static final int MAX_EXAMPLES = 3;

    private final Checkpoint checkpoint;
    private final Part part;
    private final Map<String, SourceTensor> tensors;
    private final String sha256;

    private SourceFile(Checkpoint checkpoint, Part part, Map<String, SourceTensor> tensors, String sha256) {
        this.checkpoint = checkpoint;
        this.part = part;
        this.tensors = tensors;
        this.sha256 = sha256;
    }

    /**
     * Opens a file, finds its part and reads it once for its hash.
     *
     * @param checkName whether the beginning of a hash in the name must be that of the file's hash
     */
    static SourceFile open(Path file, boolean checkName) {
        Checkpoint checkpoint = Checkpoints.open(file);
        try {
            return of(checkpoint, checkName);
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    static SourceFile of(Checkpoint checkpoint, boolean checkName) {
        Map<String, SourceTensor> plain = PlainNames.of(checkpoint);
        Map<String, SourceTensor> tensors = JaxVit.isOne(plain) ? JaxVit.convert(checkpoint.source(), plain) : plain;
        Part part = part(checkpoint, tensors);
        String sha256 = hash(checkpoint.source());
        if (checkName) {
            checkName(checkpoint.source(), sha256);
        }
        return new SourceFile(checkpoint, part, tensors, sha256);
    }

    private static Part part(Checkpoint checkpoint, Map<String, SourceTensor> tensors) {
        List<Part> parts = Arrays.stream(Part.values())
                .filter(part -> tensors.keySet().stream().anyMatch(part::owns))
                .toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        String expected =
                "Cannot import " + checkpoint.source() + ": expected the weights of one part, the AHIQ heads, a CNN"
                        + " or a Vision Transformer, by the names that their published files have; found ";
        if (parts.isEmpty()) {
            throw new WeightsException(expected + tensors.size() + " tensors of something else" + examples(tensors)
                    + ". Take the files that the README names.");
        }
        throw new WeightsException(expected + parts.stream().map(Part::words).collect(Collectors.joining(" and "))
                + " together. Give a file for each.");
    }

    private static String examples(Map<String, SourceTensor> tensors) {
        return tensors.isEmpty()
                ? ""
                : ", such as "
                        + tensors.values().stream()
                                .limit(MAX_EXAMPLES)
                                .map(tensor -> Printable.of(tensor.name()))
                                .collect(Collectors.joining(", "));
    }

    static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new WeightsException("Cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    static void checkName(Path file, String sha256) {
        Matcher name = HASHED_NAME.matcher(file.getFileName().toString());
        if (name.matches() && !sha256.startsWith(name.group(1))) {
            throw new WeightsException(
                    "Cannot import " + file + ": by its name, its SHA-256 begins with " + name.group(1)
                            + ", but it is " + sha256
                            + ". The file is damaged, was changed or was renamed: download it again. If"
                            + " these characters are no hash, rename the file or import it without this check.");
        }
    }

    Path path() {
        return checkpoint.source();
    }

    String fileName() {
        return path().getFileName().toString();
    }

    Part part() {
        return part;
    }

    String sha256() {
        return sha256;
    }

    /** What the file says about itself. */
    Map<String, String> metadata() {
        return checkpoint.metadata();
    }

    /** By their names in the published files of the part. */
    Map<String, SourceTensor> tensors() {
        return tensors;
    }

    /**
     * Shape of a tensor.
     *
     * @throws WeightsException if it is missing or of another rank
     */
    long[] shape(String name, int rank) {
        SourceTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException("Cannot import " + path() + " as " + part.words() + ": the tensor " + name
                    + " is missing. Take the file that the README names.");
        }
        TensorInfo info = tensor.info();
        if (info.shape().length != rank) {
            throw new WeightsException("Cannot import " + path() + " as " + part.words() + ": the tensor " + name
                    + " is " + info + ", expected " + rank + " axes. Take the file that the README names.");
        }
        return info.shape();
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
