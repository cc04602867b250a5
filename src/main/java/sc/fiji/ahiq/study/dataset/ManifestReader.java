/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.Manifest;
import sc.fiji.ahiq.scoring.pairs.PairList;

/** A {@link Manifest}, or the only CSV file of a folder. */
final class ManifestReader implements DatasetReader {

    @Override
    public PairList read(Path root) {
        if (!Files.isDirectory(root)) {
            return Manifest.read(root);
        }
        List<Path> files = PublishedFolder.list(root).stream()
                .filter(file ->
                        file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                .toList();
        if (files.size() != 1) {
            throw new DatasetException("Expected one CSV file in " + root + ", but found "
                    + (files.isEmpty() ? "none" : files) + ". Give the file itself.");
        }
        return Manifest.read(files.get(0));
    }
}
