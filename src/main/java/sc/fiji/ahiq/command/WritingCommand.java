/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

/**
 * A command that writes files: of all commands, only those have the input {@code force}, see
 * {@link AhiqCommand#outputs}.
 */
interface WritingCommand {}
