/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoringOptions;

class SharedModelsTest {

    private static final long LIMIT_SECONDS = 60;

    private static final String REFERENCE =
            Path.of("src/test/resources/images/scene1.png").toAbsolutePath().toString();
    private static final String DISTORTED = Path.of("src/test/resources/images/scene1_blur.png")
            .toAbsolutePath()
            .toString();

    private static final ScoringOptions PSNR = ScoringOptions.defaults()
            .withMetrics(MetricSelection.parse("psnr", Metrics.ofClassPath(), ModelStore.of(null)));

    private static PlanePairs pair() {
        ImageSource image = new ImagePlusSource(new ImagePlus("a", new ByteProcessor(40, 40)));
        return PlanePairs.of(image, image, ChannelMode.RGB, Optional.empty());
    }

    @Test
    void aSecondScoringTellsThatItWaitsUntilTheFirstHasEnded() throws Exception {
        AtomicReference<List<PlaneScore>> planes = new AtomicReference<>();

        requireWaiting(told -> planes.set(SharedModels.score(pair(), PSNR, told, plane -> {})));

        assertThat(planes.get()).hasSize(1);
    }

    @Test
    void filesWaitToo() throws Exception {
        AtomicReference<CommandModule> module = new AtomicReference<>();
        Map<String, String> values = Map.of("reference", REFERENCE, "distorted", DISTORTED, "metrics", "psnr");

        requireWaiting(told -> module.set(run("AHIQ Score Files...", told, values)));

        assertThat(module.get().getOutput("scores")).asString().contains("psnr");
    }

    @Test
    void foldersWaitToo(@TempDir Path folder) throws Exception {
        Path manifest = folder.resolve("pairs.csv");
        Files.writeString(manifest, "reference,distorted\n" + REFERENCE + "," + DISTORTED + "\n");
        Path results = folder.resolve("results.csv");

        requireWaiting(told -> run(
                "AHIQ Score Folder...",
                told,
                Map.of("manifest", manifest.toString(), "metrics", "psnr", "output", results.toString())));

        assertThat(results).isNotEmptyFile();
    }

    private static CommandModule run(String label, Progress progress, Map<String, String> values) {
        Operation<?> operation = Operation.labelled(label);
        CommandModule module = operation.bind(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
        operation.command(module).setProgress(progress);
        module.run();
        return module;
    }

    /** Begins a scoring, then runs another, which must tell that it waits and end after the first alone. */
    private static void requireWaiting(Consumer<Progress> another) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<String> waited = new CompletableFuture<>();
        CompletableFuture<?> first =
                CompletableFuture.runAsync(() -> SharedModels.score(pair(), PSNR, Progress.NONE, plane -> {
                    begun.countDown();
                    await(mayEnd);
                }));
        await(begun);

        CompletableFuture<?> second = CompletableFuture.runAsync(() -> another.accept(teller(waited)));
        second.whenComplete((nothing, failure) -> waited.complete("nothing"));

        assertThat(waited.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("another scoring");
        assertThat(second).isNotDone();
        mayEnd.countDown();
        second.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        first.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Progress teller(CompletableFuture<String> waited) {
        return new Progress() {
            @Override
            public void update(long done, long total) {
                // only waiting counts here
            }

            @Override
            public void waitFor(String what) {
                waited.complete(what);
            }
        };
    }
}
