/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.format.PixelLimit;
import sc.fiji.ahiq.metric.Reference;

/** Any bytes in the place of one file of an image are read or refused. */
class ZarrFuzzTest {

    private static final String[] CODECS = {"zlib", "zstd", "blosc", "gzip"};
    private static final long MAX_PIXELS = 1 << 20;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeImages() throws IOException {
        System.setProperty(PixelLimit.PROPERTY, "1");
        ZarrFixture.version2(folder.resolve("2"), "zlib");
        ZarrFixture.version3(folder.resolve("3"), "zstd");
        for (String codec : CODECS) {
            ZarrFixture.version2(folder.resolve(codec), codec);
        }
    }

    @AfterAll
    static void restoreTheLimit() {
        System.clearProperty(PixelLimit.PROPERTY);
    }

    @FuzzTest(maxDuration = "10m")
    void anyChunkIsReadOrRefused(byte[] content) {
        int codec = content.length == 0 ? 0 : Math.floorMod(content[0], CODECS.length);
        read(CODECS[codec], "0/1/0/1", content);
    }

    @FuzzTest(maxDuration = "10m")
    void anyArrayOfVersion2IsReadOrRefused(byte[] content) {
        read("2", "0/.zarray", content);
    }

    @FuzzTest(maxDuration = "10m")
    void anyArrayOfVersion3IsReadOrRefused(byte[] content) {
        read("3", "0/zarr.json", content);
    }

    @FuzzTest(maxDuration = "10m")
    void anyAttributesAreReadOrRefused(byte[] content) {
        read("2", ".zattrs", content);
    }

    private static void read(String image, String file, byte[] content) {
        Path path = folder.resolve(image).resolve(file);
        try {
            byte[] former = Files.readAllBytes(path);
            try {
                Files.write(path, content);
                read(ZarrImages.open(folder.resolve(image), "", "fuzz.zarr"));
            } catch (AhiqException e) {
                requireShort(e);
            } finally {
                Files.write(path, former);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(ImageSource image) {
        if (image.width() * image.height() <= MAX_PIXELS) {
            for (int channel = 1; channel <= Math.min(3, image.channels()); channel++) {
                Reference.of(image.channel(channel, 1, 1), RangeRule.parse("min-max"));
            }
        }
    }

    private static void requireShort(AhiqException e) {
        if (e.getMessage().length() > 4096) {
            throw new AssertionError("A message of " + e.getMessage().length() + " characters", e);
        }
    }
}
