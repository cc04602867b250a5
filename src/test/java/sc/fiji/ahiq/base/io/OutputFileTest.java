/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ResultsException;

class OutputFileTest {

    @TempDir
    Path folder;

    @Test
    void writesTextInUtf8OverWhatWasThere() {
        Path file = folder.resolve("a.csv");

        OutputFile.writeText(file, "table", "a longer text");
        OutputFile.writeText(file, "table", "µm\n");

        assertThat(file).hasBinaryContent("µm\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyMayCloseItsStream() {
        Path file = folder.resolve("a");

        OutputFile.write(file, "archive", out -> {
            out.write(7);
            out.close();
        });

        assertThat(file).hasBinaryContent(new byte[] {7});
    }

    @Test
    void aDiskThatTakesFewBytesAtATimeGetsAllOfThem() throws IOException {
        ByteArrayOutputStream disk = new ByteArrayOutputStream();
        byte[] content = new byte[200_000];
        content[content.length - 1] = 1;

        OutputFile.fill(new SlowDisk(disk), out -> out.write(content));

        assertThat(disk.toByteArray()).isEqualTo(content);
    }

    @Test
    void whatCannotBeWrittenLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");

        assertThatThrownBy(() -> OutputFile.write(file, "table", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ResultsException.class)
                .hasMessage(
                        "Cannot write the table " + file + ": No space left on device. Mend that, or write elsewhere.");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    private record SlowDisk(ByteArrayOutputStream disk) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) {
            byte[] some = new byte[Math.min(1000, bytes.remaining())];
            bytes.get(some);
            disk.writeBytes(some);
            return some.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
