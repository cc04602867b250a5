/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The operations as SciJava commands, one class each: their parameters are the only declaration of the inputs, which dialogs,
 * macros, scripts and the command line are made from. Commands run with and without a SciJava context and throw what the user
 * can cause, the {@code AhiqException} family, as it is: SciJava prints no reason of a cancelled command, and faces that call a
 * command themselves need the kind of the failure. Converters make an {@link sc.fiji.ahiq.image.ImageSource} of what a script
 * has. Imports {@link sc.fiji.ahiq.Ahiq} and what that imports, {@code image.ij1}, {@code ij1.map}, {@code sample} and
 * {@code diagnostics}.
 */
package sc.fiji.ahiq.command;
