/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Checkpoints;

/** An open weight file of a metric, with the tensors by their plain names. */
final class MetricFile implements AutoCloseable {

    /** What wrappers, training scripts and the IQA-PyTorch toolbox put before names. */
    private static final List<String> PREFIXES =
            List.of("module.", "params.", "state_dict.", "model_state_dict.", "backbone.", "regressor.");

    private final String part;
    private final Path path;
    private final Map<String, SourceTensor> tensors;
    private final String sha256;
    private final Runnable closer;

    private MetricFile(String part, Path path, Map<String, SourceTensor> tensors, String sha256, Runnable closer) {
        this.part = part;
        this.path = path;
        this.tensors = tensors;
        this.sha256 = sha256;
        this.closer = closer;
    }

    /**
     * Opens a file and reads it once for its hash.
     *
     * @param part that the user gave it for
     * @param checkName whether the beginning of a hash in the name must be that of the file's hash
     */
    static MetricFile open(String part, Path file, boolean checkName) {
        Optional<Map<String, SourceTensor>> parameters = SceneParameters.read(file);
        if (parameters.isPresent()) {
            return new MetricFile(part, file, parameters.get(), SourceFile.hash(file), () -> {});
        }
        Checkpoint checkpoint = Checkpoints.open(file);
        try {
            String sha256 = SourceFile.hash(file);
            if (checkName) {
                SourceFile.checkName(file, sha256);
            }
            return new MetricFile(part, file, tensors(checkpoint), sha256, checkpoint::close);
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    private static Map<String, SourceTensor> tensors(Checkpoint checkpoint) {
        Map<String, SourceTensor> tensors = new LinkedHashMap<>();
        for (String name : checkpoint.names()) {
            SourceTensor other = tensors.put(plain(name), SourceTensor.of(checkpoint, name));
            if (other != null) {
                throw new WeightsException(
                        "Cannot import " + checkpoint.source() + ": its tensors "
                                + Printable.of(other.name()) + " and " + Printable.of(name)
                                + " have the same name without their"
                                + " prefixes, so that it is not clear which is meant. Save one of the two sets of weights alone.");
            }
        }
        return tensors;
    }

    private static String plain(String name) {
        return PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> plain(name.substring(prefix.length())))
                .orElse(name);
    }

    String part() {
        return part;
    }

    Path path() {
        return path;
    }

    String fileName() {
        return String.valueOf(path().getFileName());
    }

    String sha256() {
        return sha256;
    }

    Map<String, SourceTensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        closer.run();
    }
}
