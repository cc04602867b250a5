/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingLockTest {

    @TempDir
    private Path folder;

    private boolean isLocked() throws IOException {
        Path file = folder.resolve("cache/ahiq-unpacking.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Test
    void anEmptyFolderIsLockedUntilTheLibrariesAreThere() throws IOException {
        UnpackingLock lock = UnpackingLock.acquire(folder.resolve("cache"));
        assertThat(isLocked()).isTrue();

        lock.close();

        assertThat(isLocked()).isFalse();
    }
}
