/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.ahiq.command.ScorePair;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * Every metric, classical, learned and without a reference, by every way into the program; each way scores all at once.
 */
class EveryMetricTest extends CommandLineFixture {

    private static final int WIDTH = 266;
    private static final int HEIGHT = 258;

    private static String metrics;
    private static Map<String, String> commandLine;
    private static Map<String, String> batch;
    private static Map<String, String> macro;
    private static Map<String, Object> service;
    private static List<String> evaluated;

    static List<String> names() {
        return Stream.concat(
                        Metrics.ofClassPath().all().stream()
                                .map(metric -> metric.description().name()),
                        Stream.concat(
                                Stream.of("ahiq", "st_lpips", "niqe_photos"),
                                Stream.of(MetricKind.values()).map(MadeMetric::name)))
                .toList();
    }

    @BeforeAll
    static void scoreByEveryFace() throws Exception {
        metrics = String.join(",", names());
        for (MetricKind kind : MetricKind.values()) {
            ModelFolder.write(shared.resolve("models").resolve(MadeMetric.name(kind)), MadeMetric.of(kind));
        }
        draw("a.png", 0);
        draw("b.png", 20);
        draw("c.png", 40);
        draw("d.png", 60);
        commandLine = byCommandLine();
        batch = byBatch();
        evaluated = evaluated();
        macro = byMacro();
        service = byService();
    }

    /** A pattern with some noise. */
    private static void draw(String file, int noise) throws IOException {
        SplittableRandom random = new SplittableRandom(noise);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = (int) (100 + 40 * Math.sin(x * x / 300.0) + 40 * Math.cos(x * 0.2 + y * y / 200.0));
                int value = grey + random.nextInt(8 + noise);
                image.setRGB(x, y, value << 16 | (value + 10) << 8 | value / 2);
            }
        }
        ImageIO.write(image, "png", shared.resolve(file).toFile());
    }

    private static Map<String, String> byCommandLine() throws IOException {
        Run run = run(
                "score",
                "--metrics",
                metrics,
                "--reference",
                shared.resolve("a.png"),
                "--distorted",
                shared.resolve("b.png"),
                "--models",
                shared.resolve("models"),
                "--device",
                "cpu",
                "--format",
                "csv");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return csv(run).get(0).toMap();
    }

    private static Map<String, String> byBatch() throws IOException {
        Path pairs = Files.writeString(
                shared.resolve("pairs.csv"), "reference,distorted,mos\na.png,b.png,3\na.png,c.png,2\na.png,d.png,1\n");
        Run run = run(
                "batch",
                "--manifest",
                pairs,
                "--metrics",
                metrics,
                "--models",
                shared.resolve("models"),
                "--device",
                "cpu",
                "--output",
                shared.resolve("results.csv"));
        assertThat(run.err()).doesNotContain("failed");
        String results = Files.readString(shared.resolve("results.csv"));
        assertThat(csv(new Run(0, results, ""))).as(results).allSatisfy(row -> assertThat(row.get("error"))
                .isEmpty());
        return csv(new Run(0, results, "")).get(0).toMap();
    }

    private static List<String> evaluated() throws IOException {
        Run run = run(
                "evaluate",
                "--results",
                shared.resolve("results.csv"),
                "--models",
                shared.resolve("models"),
                "--output",
                shared.resolve("report"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return Files.readAllLines(shared.resolve("report/summary.csv"));
    }

    private static Map<String, String> byMacro() throws Exception {
        Path file = Files.writeString(
                shared.resolve("score.ijm"),
                "print(call(\"sc.fiji.ahiq.ij1.AhiqPlugIn.call\", \"AHIQ Score Files...\", getArgument()));");
        ChildJava.Result result = ChildJava.asStarted(shared)
                .ahiq(
                        "macro",
                        file.toString(),
                        "reference=a.png distorted=b.png models=models device=cpu format=csv metrics=" + metrics);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return csv(new Run(0, result.out(), "")).get(0).toMap();
    }

    private static Map<String, Object> byService() throws Exception {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("reference", shared.resolve("a.png").toFile());
        inputs.put("distorted", shared.resolve("b.png").toFile());
        inputs.put("models", shared.resolve("models").toFile());
        inputs.put("metrics", metrics);
        inputs.put("device", "cpu");
        try (Context context = new Context()) {
            CommandModule module = context.service(CommandService.class)
                    .run(ScorePair.class, true, inputs)
                    .get();
            List<?> rows = (List<?>) module.getOutput("scores");
            return ((ScoreRow) rows.get(0)).cells();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void scoresAreTheSameByEveryFace(String metric) {
        String score = commandLine.get(metric);

        assertThat(Double.parseDouble(score)).isFinite();
        assertThat(batch.get(metric)).isEqualTo(score);
        assertThat(macro.get(metric)).isEqualTo(score);
        assertThat(service.get(metric)).hasToString(score);
        assertThat(evaluated).anySatisfy(line -> assertThat(line).startsWith(metric + ","));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void evaluationKnowsTheDirectionOfMetricsOfAnotherFolder(MetricKind kind) {
        String direction = kind.facts().lowerIsBetter() ? "lower is better" : "higher is better";

        assertThat(evaluated)
                .anySatisfy(line ->
                        assertThat(line).startsWith(MadeMetric.name(kind) + ",").contains(direction));
    }

    static List<MetricKind> kinds() {
        return List.of(MetricKind.values());
    }
}
