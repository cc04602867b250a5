/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;

/** Scores a distorted image against its reference; higher is better. Both have a single slice and frame. */
@Plugin(
        type = Command.class,
        label = "AHIQ Score Pair...",
        description = "Scores a distorted image against its reference; 1: like the reference, higher is better.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ScorePair extends ScoringCommand {

    @Parameter(
            label = "Patch table",
            description = "a table with quality and weight of each patch",
            persist = false,
            required = false)
    private boolean patches = false;

    /** Whether a table of patches was asked for. */
    public boolean wantsPatches() {
        return patches;
    }

    @Override
    void checkPlanes(ImageSource reference, ImageSource distorted) {
        requireSinglePlane("reference", reference);
        requireSinglePlane("distorted", distorted);
    }

    private static void requireSinglePlane(String key, ImageSource image) {
        if (image.slices() > 1 || image.frames() > 1) {
            throw new ImageException("Expected a single plane, but " + key + "=" + image.name() + " has "
                    + image.slices() + " slices and " + image.frames()
                    + " frames. Use AHIQ Score Stack..., or duplicate one plane.");
        }
    }
}
