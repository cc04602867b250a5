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
import java.util.Set;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Checkpoints;

/** An open weight file of a metric, with the tensors by their plain names. */
final class MetricFile implements AutoCloseable {

    /** What wrappers, training scripts and the IQA-PyTorch toolbox put before names. */
    private static final List<String> PREFIXES =
            List.of("module.", "params.", "state_dict.", "model_state_dict.", "backbone.", "regressor.");

    /** The heads of the first version of LPIPS, which look like those of the second. */
    private static final Set<String> LPIPS_0_0 = Set.of(
            "18720f55913d0af89042f13faa7e536a6ce1444a0914e6db9461355ece1e8cd5",
            "b9e4236260c3dd988fc79d2a48d645d885afcbb21f9fd595e6744cf7419b582c",
            "c27abd3a0145541baa50990817df58d3759c3f8154949f42af3b59b4e042d0bf");

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
            refuseFormerHeads(file, sha256);
            return new MetricFile(part, file, tensors(checkpoint), sha256, checkpoint::close);
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    private static void refuseFormerHeads(Path file, String sha256) {
        if (LPIPS_0_0.contains(sha256)) {
            throw new WeightsException("Cannot import " + file + ": these are the heads of LPIPS version 0.0, whose"
                    + " networks see images that are not scaled; expected those of version 0.1, for scores would be wrong."
                    + " Take the file of that name in lpips/weights/v0.1.");
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
