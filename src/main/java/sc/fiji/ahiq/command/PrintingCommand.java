/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.PrintWriter;

/** A command that prints its results as they come, to nobody's writer into an output. */
public interface PrintingCommand {

    /** Lets somebody receive what the next run prints; not closed. */
    void setOut(PrintWriter out);
}
