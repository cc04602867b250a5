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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Processes of Apache Spark, made of its Maven artifacts: a master, workers, and batches as their drivers. */
abstract class SparkFixture extends CommandLineFixture {

    /** {@code mvn antrun:run@spark-jars} copies them. */
    private static final Path JARS = Path.of("target/spark-jars").toAbsolutePath();

    /** {@code mvn dependency:copy@hadoop-servers} copies them. */
    private static final Path HADOOP = Path.of("target/hadoop-servers").toAbsolutePath();

    private static final String TEST_CLASSES =
            Path.of("target/test-classes").toAbsolutePath().toString();

    private static final Path JAVA_OPTIONS =
            Path.of("src/main/dist/spark/java-options").toAbsolutePath();
    private static final String LOCALHOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final int TIMEOUT_SECONDS = 240;
    private static final int POLL_MILLIS = 10;

    private final List<Process> processes = new ArrayList<>();

    /** Heap of the processes that are started next. */
    String heap = "512m";

    /** Of the processes that are started next. */
    List<String> properties = List.of();

    /** Of the processes that are started next. */
    final Map<String, String> environment = new HashMap<>();

    /** A command that starts the processes that are started next. */
    List<String> starter = List.of();

    @BeforeEach
    void requireSpark() {
        assumeTrue(File.separatorChar == '/', "needs symbolic links and signals");
        assertThat(JARS).as("Spark, copied by the build").isDirectory();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** Spark as the start script of the package with Spark has it, with the classes of this test. */
    static String classPath() throws IOException {
        Path jar = shared.resolve("ahiq.jar");
        if (!Files.exists(jar)) {
            pack(Path.of("target/classes"), jar);
        }
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.matches(".*/(spark-|scala-library|hadoop-client)[^/]*"))
                .filter(entry -> !entry.matches(".*/(junit|assertj|archunit|jazzer|jmh|byte-buddy|opentest).*"))
                .collect(Collectors.joining(File.pathSeparator));
        return String.join(File.pathSeparator, JARS + "/*", jar.toString(), libraries, TEST_CLASSES);
    }

    /** Executors get jars, no folders. */
    private static void pack(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            out.setLevel(1);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private Process start(String name, String classPath, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "@" + JAVA_OPTIONS,
                "-Dspark.driver.host=" + LOCALHOST,
                "-Dspark.driver.bindAddress=" + LOCALHOST,
                "-Dspark.ui.enabled=false",
                "-cp",
                classPath));
        command.addAll(1, properties);
        command.addAll(0, starter);
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("SPARK_HOME", home().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOCALHOST);
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** A folder as an installation of Spark has it, as far as workers look for it. */
    private Path home() throws IOException {
        Path home = Files.createDirectories(folder.resolve("spark-home"));
        if (!Files.exists(home.resolve("jars"))) {
            Files.createSymbolicLink(home.resolve("jars"), JARS);
        }
        return home;
    }

    /** A program of Hadoop, which has its servers, and looks for settings in the folder of the test. */
    Process startHadoop(String name, String program, Object... arguments) throws IOException {
        assertThat(HADOOP).as("Hadoop's servers, copied by the build").isDirectory();
        List<String> command = new ArrayList<>(List.of(program));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return start(name, String.join(File.pathSeparator, JARS + "/*", HADOOP + "/*", folder.toString()), command);
    }

    /** Starts a cluster of workers with one core each, and returns its address. */
    String startMaster() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        start(
                "master",
                JARS + "/*",
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        LOCALHOST,
                        "--port",
                        String.valueOf(port),
                        "--webui-port",
                        "0"));
        return "spark://" + LOCALHOST + ":" + port;
    }

    Process startWorker(String name, String master) throws IOException {
        return startWorker(name, LOCALHOST, master);
    }

    /** @param host an address of this machine; another one makes another node */
    Process startWorker(String name, String host, String master) throws IOException {
        return start(
                name,
                JARS + "/*",
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        host,
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        folder.resolve(name).toString(),
                        master));
    }

    /** A batch whose driver is a process of its own. */
    Process startBatch(String name, String master, Object... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Main.class.getName(), "batch", "--spark", master));
        Stream.of(options).map(Object::toString).forEach(command::add);
        return start(name, classPath(), command);
    }

    /**
     * A batch without Spark, whose engine has as many threads as tasks have cores: their number shows in the last bits
     * of the scores.
     */
    String batch(String name, int exitCode, Object... options) throws IOException, InterruptedException {
        return end(startAlone(name, options), name, exitCode);
    }

    Process startAlone(String name, Object... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Main.class.getName(), "batch"));
        Stream.of(options).map(Object::toString).forEach(command::add);
        return start(name, classPath(), command);
    }

    /** Properties of a driver that writes down what Spark does. */
    List<String> keepEvents() throws IOException {
        Path log = Files.createDirectories(folder.resolve("events"));
        return List.of(
                "-Dspark.eventLog.enabled=true",
                "-Dspark.eventLog.compress=false",
                "-Dspark.eventLog.dir=" + log.toUri());
    }

    /** What Spark wrote down of all drivers. */
    String events() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("events"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    /** What it printed. */
    String end(Process process, String name, int exitCode) throws IOException, InterruptedException {
        boolean ended = process.waitFor(TIMEOUT_SECONDS, SECONDS);
        String printed = Files.readString(folder.resolve(name + ".txt"));
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    /** Waits until a results file has as many rows, and fails if the process ends before. */
    void awaitRows(Path results, long rows, Process process) throws IOException, InterruptedException {
        while (rows(results) < rows) {
            assertThat(process.isAlive())
                    .as("still running with %s rows", rows(results))
                    .isTrue();
            Thread.sleep(POLL_MILLIS);
        }
    }

    static long rows(Path results) throws IOException {
        if (!Files.exists(results)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(results)) {
            return Math.max(0, lines.count() - 1);
        }
    }

    static void assertSameFiles(Path found, Path expected) throws IOException {
        assertThat(names(found)).isNotEmpty().isEqualTo(names(expected));
        for (String name : names(expected)) {
            assertThat(found.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
        }
    }

    /** Of the files of a folder, but for those that a process was writing when it was killed. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("[.]ahiq-.*[.]tmp"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Rows as if no image were in a store.
     *
     * @param addresses what they have in place of the folder
     */
    String local(Path results, String... addresses) throws IOException {
        String rows = Files.readString(results).replaceAll(",\\d+,\\d+,\\p{XDigit}{12},", ",");
        for (String address : addresses) {
            rows = rows.replace(address, folder.toString());
        }
        return rows;
    }

    /** Options of a batch by the compact model and two metrics. */
    static Object[] options(Object manifest, Object results, Object... more) {
        Stream<Object> options = Stream.of(
                "--manifest",
                manifest,
                "--model",
                model,
                "--device",
                "cpu",
                "--metrics",
                "ahiq,psnr,ssim",
                "--output",
                results);
        return Stream.concat(options, Stream.of(more)).toArray();
    }

    /** Pairs of references that follow each other, one after the other. */
    Path manifest(int references, int pairsPerReference) throws IOException {
        List<String> lines = new ArrayList<>(List.of("reference,distorted"));
        for (int r = 0; r < references; r++) {
            image("r" + r + ".png", 10_000 + r);
            for (int d = 0; d < pairsPerReference; d++) {
                String name = "d" + r + "_" + d + ".png";
                image(name, r * pairsPerReference + d);
                lines.add("r" + r + ".png," + name);
            }
        }
        return Files.write(folder.resolve("pairs.csv"), lines);
    }
}
