/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.EngineException;

/**
 * A PyTorch that something else has loaded into this process, as another plugin of ImageJ does. Found on Linux alone.
 */
final class OtherTorch {

    private static final Path MAPS = Path.of("/proc/self/maps");

    /** Address, access, offset, device, inode; then the file. */
    private static final Pattern LIBRARY =
            Pattern.compile("(?:\\S+\\s+){5}(/.*/lib(?:torch|torch_cpu|torch_cuda|c10)\\.so\\S*)(?: \\(deleted\\))?");

    private OtherTorch() {}

    /** The library; to be asked before this program loads its own. */
    static Optional<Path> loaded() {
        if (!Files.isReadable(MAPS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(MAPS)) {
            return among(lines);
        } catch (IOException e) {
            throw new EngineException("The libraries of this process cannot be listed: " + e.getMessage(), e);
        }
    }

    static Optional<Path> among(Stream<String> maps) {
        return maps.map(LIBRARY::matcher)
                .filter(line -> line.matches())
                .map(line -> Path.of(line.group(1)))
                .findFirst();
    }
}
