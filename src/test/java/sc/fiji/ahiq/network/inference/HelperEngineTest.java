/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;

/** An engine in a helper process, and the ends of both processes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HelperEngineTest {

    private static final Architecture ARCHITECTURE = CompactArchitecture.patch8();
    private static final int COUNT = 5;

    private static InferenceOptions options(EnginePlace place) {
        return options(place, DeviceChoice.CPU);
    }

    private static InferenceOptions options(EnginePlace place, DeviceChoice device) {
        return new InferenceOptions(
                device,
                Precision.FLOAT32,
                OptionalInt.of(2),
                EngineSettings.defaults().withPlace(place));
    }

    private static Network open(EnginePlace place) {
        return Network.open(CompactNetworks.model(ARCHITECTURE), options(place));
    }

    private static HelperEngine.Session session() {
        return HelperEngine.start(EngineSettings.defaults(), DeviceChoice.CPU, "for a test")
                .session();
    }

    private static ReferenceCrops reference(Network network) {
        return network.reference(CompactNetworks.crops(ARCHITECTURE, 1), COUNT, true);
    }

    private static List<CropOutput> compare(Network network, ReferenceCrops reference) {
        return network.compare(reference, CompactNetworks.crops(ARCHITECTURE, 2), Progress.NONE);
    }

    private static List<CropOutput> expected() {
        try (Network network = open(EnginePlace.INTERNAL);
                ReferenceCrops reference = reference(network)) {
            return compare(network, reference);
        }
    }

    private static void assertSame(List<CropOutput> actual, List<CropOutput> expected) {
        assertThat(actual).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(expected);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Test
    void outputsAreTheSameToTheLastBit() {
        try (Network network = open(EnginePlace.PROCESS);
                ReferenceCrops reference = reference(network)) {
            assertSame(compare(network, reference), expected());
            assertThat(network.engine()).matches("PyTorch \\d.*\\) in a helper process");
            assertThat(network.device()).isEqualTo("cpu");
        }
    }

    @Test
    void oneProcessServesAllNetworks() {
        HelperEngine.Session session = session();
        try (Network first = open(EnginePlace.PROCESS);
                Network second = open(EnginePlace.PROCESS);
                ReferenceCrops one = reference(first);
                ReferenceCrops other = reference(second)) {
            assertSame(compare(first, one), compare(second, other));
        }
        assertThat(session()).isSameAs(session);
        assertThat(session.info().place())
                .startsWith("helper process " + session.process().pid() + ", ");
    }

    @Test
    void aProcessThatEndsBetweenCallsIsReplaced() {
        try (Network network = open(EnginePlace.PROCESS);
                ReferenceCrops reference = reference(network)) {
            List<CropOutput> before = compare(network, reference);
            ProcessHandle helper = helper();

            kill(helper);

            assertSame(compare(network, reference), before);
            assertThat(helper()).isNotEqualTo(helper);
        }
    }

    private static ProcessHandle helper() {
        return ProcessHandle.of(session().process().pid()).orElseThrow();
    }

    @Test
    void aProcessThatIsKilledInTheMiddleIsToldAndTheNextCallStartsAnother() throws Exception {
        try (Network network = open(EnginePlace.PROCESS);
                ReferenceCrops reference = reference(network)) {
            List<CropOutput> before = compare(network, reference);
            ProcessHandle helper = helper();
            signal("STOP", helper); // so that it is in the middle of the call for sure
            FutureTask<List<CropOutput>> call = new FutureTask<>(() -> compare(network, reference));
            startUntilItWaits(call);

            kill(helper);

            assertThatThrownBy(call::get)
                    .hasCauseInstanceOf(EngineException.class)
                    .cause()
                    .hasMessage("The helper process of the engine, " + helper.pid()
                            + ", ended before it had answered: it ended with exit code 137. Score again: that starts a"
                            + " new one. If it ends again, memory may not suffice: close other programs.");
            assertSame(compare(network, reference), before);
            assertThat(helper()).isNotEqualTo(helper);
        }
    }

    @Test
    void cancellingWhileTheProcessWorksEndsTheCallAfterItsBatch() throws Exception {
        try (Network network = open(EnginePlace.PROCESS);
                ReferenceCrops reference = reference(network)) {
            List<CropOutput> before = compare(network, reference);
            CancelledException cancelled = new CancelledException();
            AtomicBoolean stopped = new AtomicBoolean();
            ProcessHandle helper = helper();
            signal("STOP", helper);
            FutureTask<List<CropOutput>> call = new FutureTask<>(
                    () -> network.compare(reference, CompactNetworks.crops(ARCHITECTURE, 2), (done, total) -> {
                        if (stopped.get()) {
                            throw cancelled;
                        }
                    }));
            startUntilItWaits(call);

            stopped.set(true);
            signal("CONT", helper);

            assertThatThrownBy(call::get).cause().isSameAs(cancelled);
            assertSame(compare(network, reference), before);
            assertThat(helper()).as("it goes on").isEqualTo(helper);
        }
    }

    private static void startUntilItWaits(FutureTask<?> call) {
        Thread caller = new Thread(call);
        caller.start();
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void errorsAreThoseOfTheEngineInThisProcess() {
        Path missing = Path.of("missing.pt");
        InferenceOptions options = options(EnginePlace.PROCESS);

        assertThatThrownBy(() -> PairScript.open(missing, options))
                .isInstanceOf(ModelException.class)
                .hasMessage("Expected a TorchScript file, but there is no file missing.pt. Check the path.");
        assertThatThrownBy(() -> Network.open(
                        CompactNetworks.model(ARCHITECTURE), options(EnginePlace.PROCESS, DeviceChoice.parse("gpu99"))))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Device gpu99 was asked for, but PyTorch ");
    }

    /** Scores in a helper process, tells its number and waits for ever. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (Network network = open(EnginePlace.PROCESS);
                    ReferenceCrops reference = reference(network)) {
                compare(network, reference);
                System.out.println(session().process().pid());
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void theProcessEndsWithTheOneThatIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle helper =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(helper.isAlive()).isTrue();

            kill(parent.toHandle());

            assertThat(helper.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
        } finally {
            kill(parent.toHandle());
        }
    }
}
