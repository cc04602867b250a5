/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import sc.fiji.ahiq.error.ImageException;
import sc.fiji.ahiq.file.AtomicFile;
import sc.fiji.ahiq.file.IoReason;

/**
 * The list of distorted images in their folder: a CSV file with the columns {@code reference,distorted,distortion,level}.
 * Distorted images are named relative to the folder, references by absolute paths.
 */
final class DistortionManifest {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    DistortionManifest(Path folder) {
        file = folder.resolve("manifest.csv");
        lines.add(FORMAT.format("reference", "distorted", "distortion", "level"));
    }

    void add(List<DistortedFile> files) {
        for (DistortedFile one : files) {
            lines.add(FORMAT.format(
                    one.reference().toAbsolutePath().normalize(),
                    one.file().getFileName(),
                    one.level().distortion().name(),
                    one.level().level()));
        }
    }

    /** Writes the file and returns its path. */
    Path write() {
        byte[] bytes = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(file, channel -> {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            });
        } catch (IOException e) {
            throw new ImageException("Cannot write the list of images " + file + ": " + IoReason.of(e), e);
        }
        return file;
    }
}
