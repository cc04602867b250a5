/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AhiqMenuTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "9", "11", "16"})
    void anOldJavaIsToldPlainly(String version) {
        assertThat(AhiqMenu.problem(version))
                .startsWith("AHIQ for ImageJ needs Java 17 or later,\nbut this ImageJ runs with Java " + version + ".")
                .contains("Download a current Fiji");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "26-ea"})
    void aNewJavaIsNot(String version) {
        assertThat(AhiqMenu.problem(version)).isEmpty();
    }

    /** As the build compiles it. */
    @Test
    void itNeedsNothingButJava8AndImageJ(@TempDir Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of(
                                "--release",
                                "8",
                                "-Xlint:-options",
                                "-d",
                                folder.toString(),
                                "-cp",
                                imagej(),
                                "-proc:none"),
                        null,
                        compiler.getStandardFileManager(null, null, null)
                                .getJavaFileObjects(Path.of("src/main/java/sc/fiji/ahiq/ij1/AhiqMenu.java")))
                .call();

        assertThat(compiled).as(complaints.toString()).isTrue();
        byte[] bytes = Files.readAllBytes(folder.resolve("sc/fiji/ahiq/ij1/AhiqMenu.class"));
        assertThat(bytes[7]).as("version of the class file").isEqualTo((byte) 52);
    }

    private static String imagej() {
        return Path.of(IJ.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }
}
