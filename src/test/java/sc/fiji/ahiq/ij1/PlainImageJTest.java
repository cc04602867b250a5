/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.Ahiq;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/**
 * ImageJ as its users have it, with nothing but {@code ij.jar} on the class path and the plugin in its folder: that of
 * the package named by the system property {@value #PACKAGE}, or else laid out alike from what this process runs with.
 */
class PlainImageJTest {

    private static final String PACKAGE = "ahiq.imagej.zip";
    private static final int LIMIT_SECONDS = 300;

    @TempDir
    private static Path imagej;

    private static String expected;

    @BeforeAll
    static void install() throws Exception {
        String zip = System.getProperty(PACKAGE);
        if (zip == null) {
            layOut();
        } else {
            unpack(Path.of(zip));
        }
        ModelFolder.write(imagej.resolve("model"), new UntrainedModel("compact", CompactArchitecture.of(128, 8), 1));
        SampleField field = SampleField.simulate(1);
        write(field.reference());
        write(field.degraded(Degradation.NOISE));
        try (Ahiq ahiq =
                Ahiq.builder().model(imagej.resolve("model").toString()).open()) {
            expected = Double.toString(ahiq.score(imagej.resolve("reference.png"), imagej.resolve("noise.png"))
                    .value());
        }
    }

    private static void write(SampleImage image) {
        GreyFiles.writePng(imagej.resolve(image.name() + ".png"), image.toBytes(), image.width(), image.height());
    }

    @Test
    void callScoresWithoutADisplay() throws Exception {
        String output = macro(
                true,
                "print('score ' + call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Score Pair...',"
                        + " 'reference=reference.png distorted=noise.png model=model'));");

        assertThat(output).contains("score " + expected);
    }

    @Test
    void menuEntryScoresWithADisplay() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        Path table = imagej.resolve("table.csv");

        String output = macro(
                false,
                "run('AHIQ Score Pair...', 'reference=reference.png distorted=noise.png model=model results');"
                        + "print('get ' + call('sc.fiji.ahiq.ij1.AhiqPlugIn.get', 'ahiq'));"
                        + "if (getResult('ahiq', 0) != parseFloat('" + expected + "')) exit('another result');"
                        + "call('sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores', '" + table + "');");

        assertThat(table).as(output).content().contains("," + expected + ",");
        assertThat(output).contains("get " + expected).doesNotContain("another result");
    }

    private static String macro(boolean headless, String text) throws Exception {
        Path file = Files.writeString(imagej.resolve("macro.ijm"), text.replace('\'', '"'));
        Path output = imagej.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=" + headless,
                        "-Dij.prefs.dir=" + imagej,
                        "-Dplugins.dir=" + imagej,
                        "-cp",
                        ijJar().toString(),
                        "ij.ImageJ",
                        "-batch",
                        file.toString())
                .directory(imagej.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, SECONDS)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static Path ijJar() {
        return jars().filter(PlainImageJTest::isImageJ).findFirst().orElseThrow();
    }

    private static boolean isImageJ(Path jar) {
        return jar.getFileName().toString().matches("ij-[0-9].*\\.jar");
    }

    private static Stream<Path> jars() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).filter(Files::isRegularFile);
    }

    private static void unpack(Path zip) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = imagej.resolve(entry.getName());
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    private static void layOut() throws IOException {
        Path libraries = Files.createDirectories(imagej.resolve("plugins/jars"));
        List<Path> jars = new ArrayList<>(jars().toList());
        jars.removeIf(PlainImageJTest::isImageJ);
        for (Path jar : jars) {
            Files.copy(jar, libraries.resolve(jar.getFileName()));
        }
        Path classes = Path.of("target/classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(imagej.resolve("plugins/AHIQ_.jar")));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
