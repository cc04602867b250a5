/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The face in ImageJ 1.x and Fiji: menu entries, dialogs, macro options, tables. {@link sc.fiji.ahiq.ij1.AhiqPlugIn} is named
 * in {@code plugins.config} and runs an {@code Operation}: a label, a command class and what is done with its results. An
 * operation's inputs are those that its command declares. Imports {@code command} and what that imports.
 */
package sc.fiji.ahiq.ij1;
