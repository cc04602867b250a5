/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The face in ImageJ 1.x and Fiji: menu entries, dialogs, macro options, tables. {@link sc.fiji.ahiq.ij1.AhiqMenu} is
 * named in {@code plugins.config} and hands over to {@link sc.fiji.ahiq.ij1.AhiqPlugIn} where Java is new enough. That
 * runs an {@link sc.fiji.ahiq.command.Operation}, whose inputs are the fields of a dialog or the keys of a macro; the
 * status bar tells how far it is, and Escape stops it. Its texts go to the log, its images to windows; a
 * {@code Presentation} of its own shows what is more.
 *
 * <p>May import every room below it.
 */
package sc.fiji.ahiq.ij1;
