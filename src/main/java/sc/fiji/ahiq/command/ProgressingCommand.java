/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.command.Command;
import sc.fiji.ahiq.base.Progress;

/** A command that takes long, tells how far it is, and can be stopped. */
public interface ProgressingCommand extends Command {

    /** Lets somebody follow the next run, and stop it by throwing {@link sc.fiji.ahiq.base.error.CancelledException}. */
    void setProgress(Progress progress);
}
