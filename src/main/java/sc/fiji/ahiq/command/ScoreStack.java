/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.image.ImageSource;

/**
 * Scores every slice and frame of a distorted image against a reference with as many of them, or with one that serves
 * all; with {@code channels=each} every channel, too. Higher is better. Stacks are read plane by plane.
 */
@Plugin(
        type = Command.class,
        label = "AHIQ Score Stack...",
        description = "Scores every slice and frame of a distorted image against a reference; 1: like the reference,"
                + " higher is better.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ScoreStack extends ScoringCommand {

    @Override
    void checkPlanes(ImageSource reference, ImageSource distorted) {
        // any number of planes
    }
}
