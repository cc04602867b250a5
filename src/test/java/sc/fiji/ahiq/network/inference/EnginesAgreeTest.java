/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.process.HelperLostException;
import sc.fiji.ahiq.base.process.HelperProcess;
import sc.fiji.ahiq.base.process.MessageReader;
import sc.fiji.ahiq.base.process.MessageWriter;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.torchscript.PairScripts;

/** Progress, cancelling and memory are the same wherever the engine is. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EnginesAgreeTest {

    private static final Architecture ARCHITECTURE = CompactArchitecture.patch8();
    private static final int COUNT = 5;

    private static InferenceOptions options(EnginePlace place, int batch) {
        return new InferenceOptions(
                DeviceChoice.CPU,
                Precision.FLOAT32,
                OptionalInt.of(batch),
                EngineSettings.defaults().withPlace(place));
    }

    /** What a comparison tells and throws. */
    private static final class Course {

        private final List<String> reports = new ArrayList<>();
        private List<CropOutput> outputs = List.of();

        static Course of(EnginePlace place, AhiqModel model, int batch) {
            Course course = new Course();
            try (Network network = Network.open(model, options(place, batch));
                    ReferenceCrops reference = course.reference(network)) {
                course.outputs = network.compare(
                        reference,
                        CompactNetworks.crops(ARCHITECTURE, 2),
                        (done, total) -> course.reports.add(done + " of " + total));
                course.reports.add("batch " + network.batch());
            } catch (EngineException e) {
                course.reports.add(e.getMessage());
            }
            return course;
        }

        private ReferenceCrops reference(Network network) {
            return network.reference(CompactNetworks.crops(ARCHITECTURE, 1), COUNT, true);
        }
    }

    @Test
    void progressIsReportedAfterEachBatch() {
        AhiqModel model = CompactNetworks.model(ARCHITECTURE);

        assertThat(Course.of(EnginePlace.PROCESS, model, 2).reports)
                .isEqualTo(Course.of(EnginePlace.INTERNAL, model, 2).reports)
                .containsExactly("0 of 5", "2 of 5", "4 of 5", "5 of 5", "batch 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "PROCESS"})
    void cancellingEndsAComparisonAfterTheBatchAndTheNextOneIsAsEver(EnginePlace place) {
        CancelledException cancelled = new CancelledException();
        CropSource distorted = CompactNetworks.crops(ARCHITECTURE, 2);
        List<Long> reports = new ArrayList<>();
        try (Network network = Network.open(CompactNetworks.model(ARCHITECTURE), options(place, 1));
                ReferenceCrops reference = network.reference(CompactNetworks.crops(ARCHITECTURE, 1), COUNT, true)) {
            assertThatThrownBy(() -> network.compare(reference, distorted, (done, total) -> {
                        reports.add(done);
                        if (done == 2) {
                            throw cancelled;
                        }
                    }))
                    .isSameAs(cancelled);
            assertThat(reports).containsExactly(0L, 1L, 2L);
            assertThat(network.encodedCrops()).isEqualTo(2);

            reports.clear();
            assertThat(network.compare(reference, distorted, (done, total) -> reports.add(done)))
                    .hasSize(COUNT);
            assertThat(reports).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            assertThat(network.encodedCrops()).as("what was encoded is kept").isEqualTo(COUNT);
        }
    }

    @Test
    void aBatchThatDoesNotFitIsHalvedAndScoresAreTheSame() {
        Course internal = Course.of(EnginePlace.INTERNAL, new HungryModel(1), 4);
        Course process = Course.of(EnginePlace.PROCESS, new HungryModel(1), 4);

        assertThat(process.reports)
                .isEqualTo(internal.reports)
                .containsExactly("0 of 5", "1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5", "batch 1");
        assertThat(process.outputs)
                .usingRecursiveFieldByFieldElementComparator()
                .hasSize(COUNT)
                .containsExactlyElementsOf(internal.outputs);
    }

    @Test
    void aCropThatDoesNotFitIsRefusedInTheSameWords() {
        assertThat(Course.of(EnginePlace.PROCESS, new HungryModel(0), 4).reports)
                .isEqualTo(Course.of(EnginePlace.INTERNAL, new HungryModel(0), 4).reports)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("The memory of cpu does not suffice for a single crop: close other programs, or use another"
                        + " device or a smaller model. The engine says: ")
                .contains("you tried to allocate 1125899906842624 bytes");
    }

    @Test
    void imagesThatAScriptHasNoMemoryForAreRefusedInTheSameWords(@TempDir Path folder) throws Exception {
        Path file = PairScripts.write(
                folder.resolve("hungry.pt"), "torch.zeros([torch.mul(torch.size(x, 3), 281474976710656)])");

        assertThat(scriptFailure(file, EnginePlace.PROCESS))
                .isInstanceOf(EngineException.class)
                .hasMessage(scriptFailure(file, EnginePlace.INTERNAL).getMessage())
                .hasMessage("Memory does not suffice for " + file
                        + " and images of 2 x 1 pixels. Let it score crops by @size=N.");
    }

    private static Throwable scriptFailure(Path file, EnginePlace place) {
        try (PairScript script = PairScript.open(file, options(place, 1))) {
            return catchThrowable(() -> script.score(new float[6], new float[6], 2, 1));
        }
    }

    @Test
    void aCallThatTheHeapOfTheHelperIsTooSmallForIsMemoryThatDoesNotSuffice() throws Exception {
        HelperProcess helper = helperOfSmallHeap();
        try {
            MessageWriter call = EngineCall.ENCODE.message().text("x".repeat(64 << 20));

            for (int i = 0; i < 2; i++) {
                MessageReader answer = helper.call(call);
                assertThatThrownBy(() -> EngineFailure.check(answer))
                        .isInstanceOf(OutOfNativeMemoryException.class)
                        .hasMessage("Java's heap has no room for a message of 67108880 bytes");
            }
        } finally {
            ProcessHandle.of(helper.pid()).orElseThrow().destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "1, 2, 1", "2, 1, 1", "2147483647, 2147483647, 2147483647", "0, 1, 1", "1, -1, -1"})
    void anImageOfAnotherSizeThanItsPixelsEndsTheHelper(int count, int height, int width) throws Exception {
        HelperProcess helper = helperOfSmallHeap();
        Pixels pixels = new Pixels(new float[3], count, height, width);
        MessageWriter call = EngineCall.ENCODE.message().number(1).text("encode");
        EngineCall.write(pixels, call);
        EngineCall.write(List.of(), call);

        assertThatThrownBy(() -> helper.call(call))
                .isInstanceOf(HelperLostException.class)
                .hasMessageStartingWith("it ended with exit code 3");
    }

    private static HelperProcess helperOfSmallHeap() throws HelperLostException {
        return HelperProcess.start(EngineHelper.class, name -> false, Map.of("JAVA_TOOL_OPTIONS", "-Xmx32m"));
    }
}
