/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.util.function.Function;
import org.scijava.command.Command;

/**
 * Writes a text into the log.
 *
 * @param text of a command that has run; null if there is none
 */
record TextPresentation<C extends Command>(Function<C, String> text) implements Presentation<C> {

    @Override
    public void start(C command) {}

    @Override
    public void stop(C command) {}

    @Override
    public String result(C command) {
        IJ.log(text.apply(command));
        return text.apply(command);
    }
}
