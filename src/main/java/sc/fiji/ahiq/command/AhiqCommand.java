/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputRule;

/** What all commands are: they may take long, tell how far they are, can be stopped, and may ask. */
public abstract class AhiqCommand implements Command {

    /** The input of a {@link WritingCommand}. */
    static final String FORCE = "force";

    @Parameter(
            label = "Force",
            description = "replace files that exist; never one that is read",
            attrs = @Attr(name = Input.RARE),
            persist = false,
            required = false)
    private boolean force = false;

    private Progress progress = Progress.NONE;
    private UnaryOperator<String> words = MenuWords::of;
    private Predicate<String> question = text -> {
        throw new UsageException("Nothing was done: there is nobody to ask. Give yes to go on without being asked.");
    };

    /**
     * Lets somebody follow the next run, and stop it by throwing {@link sc.fiji.ahiq.base.error.CancelledException}.
     */
    public final void setProgress(Progress progress) {
        this.progress = progress;
    }

    /** Lets somebody be asked whether to go on, or throw {@link UsageException} if that is not possible. */
    public final void setQuestion(Predicate<String> question) {
        this.question = question;
    }

    /** In which words failures are told, unless in those of menu, macro and script. */
    public final void setWords(UnaryOperator<String> words) {
        this.words = words;
    }

    /** @throws AhiqException telling what went wrong in words of who runs it */
    @Override
    public final void run() {
        try {
            execute();
        } catch (AhiqException e) {
            throw e.in(words);
        }
    }

    /** Does what the command is for. */
    protected abstract void execute();

    protected final Progress progress() {
        return progress;
    }

    /** Whether files that exist may be replaced. */
    final boolean force() {
        return force;
    }

    /** What a {@link WritingCommand} may write that reads these files; those that are null do not count. */
    final OutputRule outputs(File... inputs) {
        return new OutputRule(
                force,
                Stream.of(inputs).filter(Objects::nonNull).map(File::toPath).toList());
    }

    /** What asks the user whether to go on. */
    final Predicate<String> question() {
        return question;
    }
}
