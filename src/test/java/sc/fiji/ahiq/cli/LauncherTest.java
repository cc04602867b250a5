/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script, with a script in place of Java that prints its arguments and exits with 3. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "needs a POSIX shell");
        Path bin = Files.createDirectories(folder.resolve("some apps/ahiq/bin"));
        launcher = Files.copy(Path.of("src/main/dist/bin/ahiq"), bin.resolve("ahiq"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void passesArgumentsOptionsAndExitCodeThrough() throws Exception {
        Path java = fakeJava("openjdk version \"17.0.15\" 2025-04-15");

        Run run = run(
                launcher,
                folder,
                Map.of("JAVA_HOME", java.toString(), "AHIQ_JAVA_OPTS", "-Xmx2g -Da=*"),
                "score",
                "two words",
                "",
                "*",
                "$x \"y\"");

        assertThat(run.err).isEmpty();
        assertThat(run.out)
                .containsExactly(
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens",
                        "java.base/java.lang=ALL-UNNAMED",
                        "-Xmx2g",
                        "-Da=*",
                        "-cp",
                        launcher.toRealPath().getParent().getParent() + "/lib/*",
                        "sc.fiji.ahiq.cli.Main",
                        "score",
                        "two words",
                        "",
                        "*",
                        "$x \"y\"");
        assertThat(run.exitCode).isEqualTo(3);
    }

    @Test
    void namesThatAreNotAsciiReachJavaInTheCLocale() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere Java takes no notice of the locale");
        Path java = fakeJava("openjdk version \"17\"");
        executable(
                java.resolve("bin/java"),
                Files.readString(java.resolve("bin/java")).replace("exit 3", "echo $LC_ALL"));

        Run inC = run(launcher, folder, Map.of("JAVA_HOME", java.toString(), "LC_ALL", "C"));
        Run inUtf8 = run(launcher, folder, Map.of("JAVA_HOME", java.toString(), "LC_ALL", "C.utf8"));

        assertThat(inC.out).last().isEqualTo("C.UTF-8");
        assertThat(inUtf8.out).last().isEqualTo("C.utf8");
    }

    @Test
    void findsItsLibrariesThroughSymbolicLinksFromAnyFolder() throws Exception {
        Path java = fakeJava("openjdk version \"17\"");
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("absolute"), launcher);
        Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));

        Run run = run(Path.of("./relative"), elsewhere, Map.of("JAVA_HOME", java.toString()));

        assertThat(run.out).contains(launcher.toRealPath().getParent().getParent() + "/lib/*");
    }

    @Test
    void takesTheJavaOfThePathWithoutJavaHome() throws Exception {
        Path java = fakeJava("openjdk version \"25\" 2025-09-16");

        Run run = run(launcher, folder, Map.of("PATH", java + "/bin:/usr/bin:/bin"), "version");

        assertThat(run.out).endsWith("sc.fiji.ahiq.cli.Main", "version");
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_442, 8", "11.0.27, 11", "16-ea, 16"})
    void refusesAnOlderJava(String version, String major) throws Exception {
        Path java = fakeJava("java version \"" + version + "\"");

        Run run = run(launcher, folder, Map.of("JAVA_HOME", java.toString()));

        assertThat(run.err)
                .isEqualTo("ahiq: " + java + "/bin/java is Java " + major
                        + ", but 17 or later is needed; set JAVA_HOME to one\n");
        assertThat(run.exitCode).isEqualTo(4);
    }

    @Test
    void saysWhenThereIsNoJava() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink")) {
            executable(tools.resolve(tool), "exec " + which(tool) + " \"$@\"");
        }

        Run run = run(launcher, folder, Map.of("PATH", tools.toString()));

        assertThat(run.err).isEqualTo("ahiq: no java found; install Java 17 or later, or set JAVA_HOME to it\n");
        assertThat(run.exitCode).isEqualTo(4);
    }

    @Test
    void saysWhenJavaHomeIsWrong() throws Exception {
        Run run = run(launcher, folder, Map.of("JAVA_HOME", "/nowhere"));

        assertThat(run.err)
                .isEqualTo("ahiq: JAVA_HOME is '/nowhere', but there is no bin/java in it; "
                        + "set it to a Java 17 or later\n");
        assertThat(run.exitCode).isEqualTo(4);
    }

    @Test
    void saysWhenJavaDoesNotWork() throws Exception {
        Path java = fakeJava("Segmentation fault");

        Run run = run(launcher, folder, Map.of("JAVA_HOME", java.toString()));

        assertThat(run.err)
                .isEqualTo("ahiq: '" + java + "/bin/java -version' with the options '' did not work. Java said:\n"
                        + "Picked up options\nSegmentation fault\n"
                        + "Correct AHIQ_JAVA_OPTS (where memory is limited, -Xmx512m may be enough), or set JAVA_HOME to a"
                        + " Java 17 or later.\n");
        assertThat(run.exitCode).isEqualTo(4);
    }

    @Test
    void theEngineKeepsMemoryAndItsThreadsSleepUnlessTheUserSaysOtherwise() throws Exception {
        Path java = fakeJava("openjdk version \"17.0.15\" 2025-04-15");
        executable(
                java.resolve("bin/java"), "case $1 in -version) echo 'openjdk version \"17\"' >&2; exit;; esac", "env");

        Run usual = run(launcher, folder, Map.of("JAVA_HOME", java.toString()), "score");
        Run chosen = run(
                launcher,
                folder,
                Map.of("JAVA_HOME", java.toString(), "MALLOC_ARENA_MAX", "4", "OMP_WAIT_POLICY", "active"),
                "score");

        assertThat(usual.out)
                .contains(
                        "OMP_WAIT_POLICY=passive",
                        "MALLOC_ARENA_MAX=1",
                        "MALLOC_MMAP_THRESHOLD_=33554432",
                        "MALLOC_TRIM_THRESHOLD_=268435456");
        assertThat(chosen.out).contains("OMP_WAIT_POLICY=active", "MALLOC_ARENA_MAX=4");
    }

    @Test
    void theFirstStartKeepsTheClassesForTheNextOnes() throws Exception {
        Path java = fakeJava("openjdk version \"17.0.15\" 2025-04-15");
        Path cache = Files.createDirectory(folder.resolve("a cache"));
        listClasses();
        Map<String, String> environment = Map.of("JAVA_HOME", java.toString(), "AHIQ_CACHE", cache.toString());

        Run first = run(launcher, folder, environment, "score");
        Path archive = madeIn(cache);
        Run second = run(launcher, folder, environment, "score");
        Files.writeString(launcher.resolveSibling("../lib/another.jar"), "a library");
        Run other = run(launcher, folder, environment, "score");

        assertThat(first.out).noneMatch(argument -> argument.contains("Share"));
        assertThat(second.out).contains("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:disable");
        assertThat(second.err).isEmpty();
        assertThat(second.exitCode).isEqualTo(3);
        assertThat(other.out).noneMatch(argument -> argument.contains("Share"));
    }

    @Test
    void whereOthersMakeTheFileOfClassesNobodyElseDoes() throws Exception {
        Path java = fakeJava("openjdk version \"17.0.15\" 2025-04-15");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        listClasses();
        Map<String, String> environment = Map.of("JAVA_HOME", java.toString(), "AHIQ_CACHE", cache.toString());
        run(launcher, folder, environment, "score");
        Path archive = madeIn(cache);
        Files.writeString(archive, "");

        Run run = run(launcher, folder, environment, "score");

        assertThat(run.out).noneMatch(argument -> argument.contains("Share"));
        assertThat(archive).isEmptyFile();
    }

    @Test
    void classesAreNotKeptWhereTheUserChoosesOrThereIsNoPlace() throws Exception {
        Path java = fakeJava("openjdk version \"17.0.15\" 2025-04-15");
        Path file = Files.createFile(folder.resolve("no folder"));
        listClasses();

        Run chosen = run(
                launcher,
                folder,
                Map.of("JAVA_HOME", java.toString(), "HOME", folder.toString(), "AHIQ_JAVA_OPTS", "-Xshare:off"),
                "score");
        Run nowhere =
                run(launcher, folder, Map.of("JAVA_HOME", java.toString(), "AHIQ_CACHE", file.toString()), "score");

        assertThat(chosen.out).contains("-Xshare:off").noneMatch(argument -> argument.contains("SharedArchive"));
        assertThat(folder.resolve(".djl.ai")).doesNotExist();
        assertThat(nowhere.err).isEmpty();
        assertThat(nowhere.out).noneMatch(argument -> argument.contains("Share"));
    }

    @Test
    void shortCommandsStartWithTheQuickCompiler() throws Exception {
        Path java = fakeJava("openjdk version \"17.0.15\" 2025-04-15");
        Map<String, String> environment = Map.of("JAVA_HOME", java.toString());
        Map<String, String> withCollector =
                Map.of("JAVA_HOME", java.toString(), "AHIQ_JAVA_OPTS", "-XX:+UseParallelGC");

        assertThat(run(launcher, folder, environment, "version").out)
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(run(launcher, folder, environment, "batch").out)
                .doesNotContain("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(run(launcher, folder, withCollector, "version").out)
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    private void listClasses() throws IOException {
        Path libraries = Files.createDirectories(launcher.resolveSibling("../lib"));
        Files.writeString(libraries.resolve("classes.lst"), "java/lang/Object\n");
    }

    /** The file of classes, which is made in the background. */
    private static Path madeIn(Path cache) throws IOException {
        long end = System.nanoTime() + SECONDS.toNanos(60);
        while (System.nanoTime() - end < 0) {
            for (File file : cache.toFile().listFiles((parent, name) -> name.endsWith(".jsa"))) {
                if (file.length() > 0) {
                    return file.toPath();
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No file of classes in " + cache + " after a minute");
    }

    private Path fakeJava(String version) throws IOException {
        Path home = folder.resolve("my java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        executable(
                java,
                "case \" $* \" in *' -version '*) echo 'Picked up options' >&2; echo '" + version
                        + "' >&2; exit;; esac",
                "for a; do case $a in -XX:SharedArchiveFile=*.part) echo classes >\"${a#*=}\"; exit;; esac; done",
                "printf '%s\\n' \"$@\"",
                "exit 3");
        return home;
    }

    private static void executable(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path which(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Run run(Path program, Path directory, Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> variables = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
        variables.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readAllLines(out), Files.readString(err));
    }

    private record Run(int exitCode, List<String> out, String err) {}
}
