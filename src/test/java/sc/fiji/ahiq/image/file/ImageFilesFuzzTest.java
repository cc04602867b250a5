/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.format.PixelLimit;
import sc.fiji.ahiq.metric.Reference;

/** The seeds to fuzz with are the images of {@code src/test/resources}, by format. */
class ImageFilesFuzzTest {

    private static final Path FILE = temporaryFile();
    private static final long MAX_PIXELS = 1 << 22;

    @BeforeAll
    static void keepImagesSmall() {
        System.setProperty(PixelLimit.PROPERTY, "4");
    }

    @AfterAll
    static void restoreTheLimit() {
        System.clearProperty(PixelLimit.PROPERTY);
    }

    @FuzzTest(maxDuration = "10m")
    void anyTiffIsReadOrRefused(byte[] content) {
        read(content);
    }

    @FuzzTest(maxDuration = "10m")
    void anyRasterImageIsReadOrRefused(byte[] content) {
        read(content);
    }

    @FuzzTest(maxDuration = "10m")
    void anyPnmIsReadOrRefused(byte[] content) {
        read(content);
    }

    private static void read(byte[] content) {
        try {
            Files.write(FILE, content);
            ImageSource image = ImageFiles.source(FILE);
            if (image.width() * image.height() <= MAX_PIXELS) {
                for (int channel = 1; channel <= Math.min(4, image.channels()); channel++) {
                    Reference.of(image.channel(channel, 1, 1), RangeRule.parse("min-max"));
                }
            }
        } catch (AhiqException e) {
            if (e.getMessage().length() > 4096) {
                throw new AssertionError("A message of " + e.getMessage().length() + " characters", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("fuzz", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
