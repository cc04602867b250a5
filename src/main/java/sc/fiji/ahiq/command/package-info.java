/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The operations as SciJava commands, one class each. What a command declares of itself is the only declaration: by
 * {@code name} of its {@code @Plugin} it is called on the command line, by {@code label} in the menu, and its
 * parameters are the options of the one, and the fields of dialogs and keys of macros of the other; their attributes,
 * such as short names, are described in {@link sc.fiji.ahiq.command.Input}. Inputs that several commands have stand in
 * their superclasses: {@code StoreInputs} (models), {@code EngineInputs} (device and engine), {@code ScoringInputs}
 * (metrics, crops, ranges). {@link sc.fiji.ahiq.command.Operation} is what faces see of all this; a command joins them
 * by one line in it, and one in {@code plugins.config}. Commands run with and without a SciJava context. Converters
 * make an {@link sc.fiji.ahiq.image.ImageSource} of what a script has.
 *
 * <p>A command tells how far it is by {@link sc.fiji.ahiq.base.Progress}, which stops it, too, and prints nothing:
 * results are outputs, those with the attribute {@code result} what it was called for, and faces show them.
 *
 * <p>One rule for failures: a command throws what its user can mend, the {@link sc.fiji.ahiq.base.error.AhiqException}
 * family, as it is, and never cancels itself; cancelling by the user is one of that family. So a script that runs a
 * command by SciJava's {@code CommandService} ends, too: SciJava logs the exception, and {@code get()} throws one whose
 * cause it is, where a cancelled command would return without a result and without a word. The ImageJ face catches the
 * family, tells the message and aborts a macro; the command line makes the exit code of its kind. What a command has
 * put out before it failed stays in its outputs.
 *
 * <p>May import every room below it.
 */
package sc.fiji.ahiq.command;
