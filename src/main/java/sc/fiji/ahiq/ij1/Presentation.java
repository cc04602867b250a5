/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import org.scijava.command.Command;

/** Shows one run of a command in ImageJ. */
interface Presentation<C extends Command> {

    /** The inputs are set, and the command is about to run. */
    void start(C command);

    /** The command has ended, in whatever way; shows what there is. */
    void stop(C command);

    /** After success: the text that {@code call} returns to a macro. */
    String result(C command);
}
