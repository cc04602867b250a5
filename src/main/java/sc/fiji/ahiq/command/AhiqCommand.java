/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.function.Predicate;
import org.scijava.command.Command;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;

/** What all commands are: they may take long, tell how far they are, can be stopped, and may ask. */
public abstract class AhiqCommand implements Command {

    private Progress progress = Progress.NONE;
    private Predicate<String> question = text -> {
        throw new UsageException("Nothing was done: there is nobody to ask. Give yes to go on without being asked.");
    };

    /** Lets somebody follow the next run, and stop it by throwing {@link sc.fiji.ahiq.base.error.CancelledException}. */
    public final void setProgress(Progress progress) {
        this.progress = progress;
    }

    /** Lets somebody be asked whether to go on, or throw {@link UsageException} if that is not possible. */
    public final void setQuestion(Predicate<String> question) {
        this.question = question;
    }

    protected final Progress progress() {
        return progress;
    }

    /** What asks the user whether to go on. */
    final Predicate<String> question() {
        return question;
    }
}
