/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Keeps SciJava from looking for displays of scores, which are for callers alone: where no display suits an output, it
 * complains on a console that pops up. Modules of others pass.
 */
@Plugin(type = PostprocessorPlugin.class, label = "AHIQ scores", priority = Priority.HIGH)
public final class ScoresPostprocessor extends AbstractPostprocessorPlugin {

    @Override
    public void process(Module module) {
        if (module.getDelegateObject() instanceof ScoringCommand) {
            module.resolveOutput("scores");
            module.resolveOutput("score");
        }
    }
}
