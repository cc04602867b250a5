/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class IoReasonTest {

    @Test
    void putsExceptionsWithoutWordsIntoWords() {
        assertThat(IoReason.of(new AccessDeniedException("a"))).isEqualTo("access denied");
        assertThat(IoReason.of(new NoSuchFileException("a"))).isEqualTo("there is no file a");
        assertThat(IoReason.of(new NotDirectoryException("a"))).isEqualTo("there is no folder a");
        assertThat(IoReason.of(new FileAlreadyExistsException("a"))).isEqualTo("a is there already");
        assertThat(IoReason.of(new ClosedByInterruptException())).isEqualTo("the thread was interrupted");
        assertThat(IoReason.of(new ClosedChannelException())).isEqualTo("ClosedChannelException");
    }

    @Test
    void keepsTheReasonOfTheOperatingSystem() {
        assertThat(IoReason.of(new FileSystemException("a", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(IoReason.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }
}
