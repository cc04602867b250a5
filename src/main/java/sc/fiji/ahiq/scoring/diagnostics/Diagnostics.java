/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.diagnostics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.inference.EngineInfo;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.model.ModelStore;

/**
 * A report about this installation, to be read by people and sent along with questions.
 *
 * @param lines of text, {@code name value}, the verdict first
 * @param passed whether the engine started and the test pair got the score that it should
 */
public record Diagnostics(List<String> lines, boolean passed) {

    private static final int STEPS = 3;
    private static final long MEBI = 1 << 20;

    /**
     * Starts the engine and scores a pair; takes seconds, the first time more, as the engine is unpacked.
     *
     * @param host what else is to be told, such as the version of the program that this one runs in
     */
    public static Diagnostics run(
            InferenceOptions options, ModelStore store, Map<String, String> host, Progress progress) {
        List<String> lines = new ArrayList<>();
        progress.step("looking at models, step");
        progress.update(0, STEPS);
        describeProcess(lines);
        host.forEach((name, value) -> add(lines, name, value));
        describeModels(store, lines);
        try {
            progress.step("starting the engine, step");
            progress.update(1, STEPS);
            describe(EngineInfo.of(options.engine(), options.device()), lines);
            progress.step("scoring a pair, step");
            progress.update(2, STEPS);
            SelfTest test = SelfTest.run(options);
            progress.update(STEPS, STEPS);
            describe(test, lines);
            return report(lines, test.passed());
        } catch (EngineException e) {
            add(lines, "self-test", "failed: " + e.getMessage());
            return report(lines, false);
        }
    }

    /** The verdict first. */
    private static Diagnostics report(List<String> facts, boolean passed) {
        List<String> lines = new ArrayList<>();
        add(lines, "verdict", passed ? "passed: scores are right on this machine" : "FAILED: see self-test");
        lines.addAll(facts);
        return new Diagnostics(List.copyOf(lines), passed);
    }

    private static void describeProcess(List<String> lines) {
        Runtime runtime = Runtime.getRuntime();
        add(lines, "version", "AHIQ " + Version.get() + " in " + jar());
        add(lines, "java", property("java.version") + ", " + property("java.vendor") + ", " + property("java.home"));
        add(lines, "system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        add(lines, "processors", Integer.toString(runtime.availableProcessors()));
        add(lines, "heap", runtime.maxMemory() / MEBI + " MiB at most");
        add(lines, "temporary", property("java.io.tmpdir"));
    }

    private static void describeModels(ModelStore store, List<String> lines) {
        add(lines, "models", store.userFolder().toString());
        store.list().forEach((name, folder) -> add(lines, "", name + " in " + ModelStore.describe(folder)));
    }

    private static String jar() {
        return Path.of(Diagnostics.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static void describe(EngineInfo engine, List<String> lines) {
        add(lines, "engine", engine.engine());
        add(lines, "runs in", engine.place());
        add(lines, "library", engine.library().toString());
        add(lines, "cache", engine.cacheFolder().toString());
        add(lines, "devices", String.join(", ", engine.devices()));
        add(lines, "cuda", engine.cuda());
    }

    private static void describe(SelfTest test, List<String> lines) {
        add(
                lines,
                "self-test",
                String.format(
                        Locale.ROOT,
                        "%s: score %.6f on %s, expected %.6f within %.0e, in %.1f s",
                        test.passed() ? "passed" : "FAILED",
                        test.score(),
                        test.device(),
                        SelfTest.EXPECTED,
                        SelfTest.TOLERANCE,
                        test.seconds()));
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    private static void add(List<String> lines, String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-11s %s", name, value));
    }

    /** All lines. */
    public String text() {
        return String.join("\n", lines);
    }
}
