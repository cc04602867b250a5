/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.model.CompactArchitecture;

/** A process in which something else has loaded another PyTorch, as other plugins of ImageJ do. */
class OtherTorchTest {

    /** DJL 0.32.0 with PyTorch 2.5.1; the build puts them there on Linux for x86-64. */
    private static final Path JARS = Path.of("target/other-pytorch");

    @Test
    void librariesAreFoundAmongTheMapsOfAProcess() {
        String maps =
                """
                7f00-7f01 r-xp 00000000 08:01 42                 /usr/lib/libtorch_of_another_kind.so
                7f02-7f03 r--p 00000000 00:00 0
                7f04-7f05 r-xp 00000000 08:01 43                 /home/me/my engines/libtorch_cpu.so (deleted)
                """;

        assertThat(OtherTorch.among(maps.lines())).contains(Path.of("/home/me/my engines/libtorch_cpu.so"));
        assertThat(OtherTorch.among(maps.lines().limit(2))).isEmpty();
    }

    /** Loads the other PyTorch in a class loader of its own, and then scores by all engines. */
    static final class Program {

        private Program() {}

        /** @param arguments the place for native libraries of the other one */
        public static void main(String[] arguments) throws Exception {
            System.setProperty("DJL_CACHE_DIR", arguments[0]);
            System.setProperty("ai.djl.offline", "true");
            System.out.println("other " + loadOther());
            System.clearProperty("DJL_CACHE_DIR");
            for (EnginePlace place : List.of(EnginePlace.AUTO, EnginePlace.INTERNAL)) {
                try {
                    System.out.println(place + " " + score(place));
                } catch (EngineException e) {
                    System.out.println(place + " fails: " + e.getMessage());
                }
            }
        }

        private static Object loadOther() throws Exception {
            ClassLoader loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> engine = loader.loadClass("ai.djl.engine.Engine");
            Object pytorch = engine.getMethod("getEngine", String.class).invoke(null, "PyTorch");
            return engine.getMethod("getVersion").invoke(pytorch);
        }

        /** Those of the other one, and the libraries of the tests that it needs. */
        private static URL[] jars() throws IOException {
            try (Stream<Path> other = Files.list(JARS)) {
                Stream<Path> libraries = Arrays.stream(
                                System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(jar -> jar.getFileName()
                                .toString()
                                .matches("(gson|jna|slf4j|commons-(compress|io|codec|lang3))-.*[.]jar"));
                return Stream.concat(other, libraries).map(Program::url).toArray(URL[]::new);
            }
        }

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private static String score(EnginePlace place) {
        InferenceOptions options = new InferenceOptions(
                DeviceChoice.CPU,
                Precision.FLOAT32,
                OptionalInt.of(2),
                EngineSettings.defaults().withPlace(place));
        try (Network network = Network.open(CompactNetworks.model(CompactArchitecture.patch8()), options);
                ReferenceCrops reference =
                        network.reference(CompactNetworks.crops(CompactArchitecture.patch8(), 1), 1, false)) {
            CropSource distorted = CompactNetworks.crops(CompactArchitecture.patch8(), 2);
            return Float.toString(
                    network.compare(reference, distorted, Progress.NONE).get(0).score());
        }
    }

    @Test
    void autoScoresRightWhereAnotherPyTorchWasLoadedFirst(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(JARS), "no other PyTorch for this system");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.resolve("cache").toString())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();

        List<String> lines = Files.readAllLines(out);
        assertThat(lines).as(Files.readString(folder.resolve("err"))).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("other 2.5.1");
        assertThat(lines.get(1)).isEqualTo("auto " + score(EnginePlace.INTERNAL));
        assertThat(lines.get(2))
                .startsWith("internal fails: PyTorch cannot be started in this process: something else in it, such as"
                        + " another plugin, has loaded another PyTorch, " + folder)
                .contains("Score with engine=process (--engine process)");
    }
}
