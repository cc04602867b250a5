/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.Architecture;

/** The architectures of the paper by their names on the command line. */
final class NamedArchitecture {

    private NamedArchitecture() {}

    static Architecture parse(String name) {
        return switch (name) {
            case "vit-b8" -> Architecture.vitB8();
            case "vit-b16" -> Architecture.vitB16();
            default -> throw new UsageException("Unknown architecture '" + name + "': expected vit-b8 or vit-b16.");
        };
    }
}
