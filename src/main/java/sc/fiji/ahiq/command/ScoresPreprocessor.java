/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Before a scoring there is no score: SciJava makes it 0, which it would stay if an input is missing. */
@Plugin(type = PreprocessorPlugin.class, label = "AHIQ scores", priority = Priority.HIGH)
public final class ScoresPreprocessor extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (module.getDelegateObject() instanceof ScoringCommand) {
            module.setOutput("score", null);
        }
    }
}
