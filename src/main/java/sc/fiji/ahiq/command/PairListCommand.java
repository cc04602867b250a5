/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.pairs.FolderPairs;
import sc.fiji.ahiq.scoring.pairs.Manifest;
import sc.fiji.ahiq.scoring.pairs.PairList;

/** Inputs of the commands that score many pairs of files: which pairs, and how. */
abstract class PairListCommand extends ScoringInputs {

    @Parameter(
            label = "Manifest",
            description = "list of pairs, CSV: reference,distorted[,mos,mos_sd,distortion,level]",
            attrs = @Attr(name = Input.ALTERNATIVE),
            persist = false,
            required = false)
    private File manifest;

    @Parameter(
            label = "References",
            description = "without manifest: folder of references, or the reference of all distorted images",
            attrs = @Attr(name = Input.ALTERNATIVE),
            persist = false,
            required = false)
    private File references;

    @Parameter(
            label = "Distorted",
            description = "without manifest: folder of distorted images, of the names of their references",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.ALTERNATIVE),
            persist = false,
            required = false)
    private File distorted;

    @Parameter(
            label = "Template",
            description = "names of distorted images where they are others, such as {ref}_*.png",
            attrs = @Attr(name = Input.ALTERNATIVE),
            persist = false,
            required = false)
    private String template = "";

    PairListCommand() {
        super("ahiq");
    }

    /** @throws UsageException unless pairs are given in exactly one way */
    final PairList pairs() {
        if (manifest != null && references == null && distorted == null) {
            return read(manifest.toPath());
        }
        if (manifest == null && references != null && distorted != null) {
            return references.isFile()
                    ? FolderPairs.ofOneReference(references.toPath(), distorted.toPath())
                    : FolderPairs.of(references.toPath(), distorted.toPath(), names());
        }
        throw new UsageException(
                "Expected either a manifest, or both references (a folder, or one image) and distorted (a folder); found "
                        + given("manifest", manifest) + ", " + given("references", references) + ", "
                        + given("distorted", distorted) + ".");
    }

    /** Reads a manifest. */
    PairList read(Path list) {
        return Manifest.read(list);
    }

    private Optional<String> names() {
        return template.isBlank() ? Optional.empty() : Optional.of(template.strip());
    }

    private static String given(String key, File value) {
        return value == null ? "no " + key : key + "=" + value;
    }

    /** Into a new file, all of it, without maps. */
    final BatchOptions options() {
        return BatchOptions.of(scoring(selection()));
    }
}
