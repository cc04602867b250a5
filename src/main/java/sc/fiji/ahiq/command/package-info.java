/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The operations as SciJava commands, one class each: their parameters are the only declaration of the inputs, which dialogs,
 * macros, scripts and the command line are made from. Commands run with and without a SciJava context. Converters make an
 * {@link sc.fiji.ahiq.image.ImageSource} of what a script has.
 *
 * <p>One rule for failures: a command throws what its user can mend, the {@link sc.fiji.ahiq.error.AhiqException} family, as
 * it is, and never cancels itself; cancelling by the user is one of that family. So a script that runs a command by SciJava's
 * {@code CommandService} ends, too: SciJava logs the exception, and {@code get()} throws one whose cause it is, where a cancelled
 * command would return without a result and without a word. The ImageJ face catches the family, tells the message and aborts a
 * macro; the command line makes the exit code of its kind. What a command has put out before it failed stays in its outputs.
 *
 * <p>Imports {@link sc.fiji.ahiq.Ahiq} and what that imports, {@code image.ij1}, {@code picture}, {@code synthesis.sample},
 * {@code synthesis.distortion}, {@code metric} and {@code scoring.diagnostics}.
 */
package sc.fiji.ahiq.command;
