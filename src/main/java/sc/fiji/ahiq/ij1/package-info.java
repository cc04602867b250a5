/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The face in ImageJ 1.x and Fiji: menu entries, dialogs, macro options, tables. {@link sc.fiji.ahiq.ij1.AhiqPlugIn} is named
 * in {@code plugins.config} and runs an {@code Operation}: a label, a command class and what is done with its results. An
 * operation's inputs are those that its command declares. A command joins by one line in {@code Operation} and one in
 * {@code plugins.config}: its {@code File} inputs become fields to drop files on and paths in macros, its texts go to the log and
 * its images to windows, and if it is a {@link sc.fiji.ahiq.command.ProgressingCommand}, the status bar and Escape serve it.
 * Imports {@code command} and what that imports.
 */
package sc.fiji.ahiq.ij1;
