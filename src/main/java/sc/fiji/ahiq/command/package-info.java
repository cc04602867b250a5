/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The operations, each one SciJava command whose {@code @Parameter} fields are the only declaration of its inputs. Commands run
 * with and without a SciJava context. They throw what the user can cause, the {@code AhiqException} family, as it is: SciJava
 * prints no reason of a cancelled command, and faces that call a command themselves need the kind of the failure. May import
 * all packages but the faces {@code ij1}, {@code cli} and {@code spark}.
 */
package sc.fiji.ahiq.command;
