/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.network.OpenModels;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.torchscript.PairScripts;

class ScriptMetricTest {

    private static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());

    @TempDir
    private Path folder;

    private static MetricSelection parse(String text) {
        return MetricSelection.parse(text, Metrics.ofClassPath());
    }

    private static double score(String text, PlanarImage reference, PlanarImage distorted) {
        ScoringOptions options =
                ScoringOptions.defaults().withMetrics(parse(text)).withInference(CPU);
        try (MetricOpening opening = new MetricOpening(options, new OpenModels(0))) {
            return Comparing.score(options.metrics().open(opening).get(0), reference, distorted);
        }
    }

    private static PlanarImage grey(int width, int height, double value) {
        return PlanarImage.grey(Plane.zeros(width, height).map(zero -> value));
    }

    /** Black, but for a white column at the right. */
    private static PlanarImage lastColumn(int width, int height) {
        Plane plane = Plane.zeros(width, height);
        for (int y = 0; y < height; y++) {
            plane.values()[y * width + width - 1] = 255;
        }
        return PlanarImage.grey(plane);
    }

    private void refused(Class<? extends AhiqException> type, Path file, String... parts) {
        assertThatThrownBy(() -> score("script:" + file, grey(40, 30, 0), grey(40, 30, 51)))
                .isInstanceOf(type)
                .hasMessageContainingAll(parts)
                .hasMessageContaining(file.toString());
    }

    @Test
    void samplesAreFractionsUnlessARangeIsGiven() throws IOException {
        Path file = PairScripts.write(folder.resolve("a.pt"), PairScripts.DIFFERENCE);

        assertThat(score("script:" + file, grey(5, 3, 0), grey(5, 3, 51))).isEqualTo(0.2, within(1e-6));
        assertThat(score("script:" + file + "@range=0:255", grey(5, 3, 0), grey(5, 3, 51)))
                .isEqualTo(51, within(1e-4));
        assertThat(score("script:" + file + "@range=-1:1", grey(5, 3, 0), grey(5, 3, 51)))
                .isEqualTo(0.4, within(1e-6));
    }

    @Test
    void theFirstInputIsTheReferenceAndPlanesAreRedGreenBlue() throws IOException {
        Path file = PairScripts.write(
                folder.resolve("red.pt"), "torch.mean(torch.select(torch.sub(y, torch.mul(x, 10)), 1, 0))");
        Plane black = Plane.zeros(4, 2);
        PlanarImage red = PlanarImage.of(List.of(black.map(v -> 255), black, black));

        assertThat(score("script:" + file, red, grey(4, 2, 0))).isEqualTo(-10);
        assertThat(score("script:" + file, grey(4, 2, 0), red)).isEqualTo(1);
    }

    @Test
    void cropsOfAFixedSizeCoverTheImageAndAreAveraged() throws IOException {
        Path file =
                PairScripts.write(folder.resolve("fixed.pt"), "torch.mean(torch.reshape(torch.sub(y, x), [1, 3, 64]))");

        assertThat(score("script:" + file + "@size=8", grey(16, 8, 0), lastColumn(16, 8)))
                .as("one of two crops has 1 of 8 columns")
                .isEqualTo(1.0 / 16, within(1e-6));
        assertThatThrownBy(() -> score("script:" + file + "@size=8", grey(16, 7, 0), grey(16, 7, 0)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "fixed.pt needs images of at least 8 x 8 pixels, but these are 16 x 7. Choose another metric or"
                                + " larger images.");
        assertThatThrownBy(() -> score("script:" + file, grey(16, 8, 0), grey(16, 8, 0)))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(file + " cannot compare images of 16 x 8 pixels: ")
                .hasMessageEndingWith("If it takes images of one size alone, let it score crops by @size=N.");
    }

    @Test
    void anyTensorOfOneNumberIsAScore() throws IOException {
        Path four = PairScripts.write(
                folder.resolve("four.pt"), "torch.reshape(torch.mean(torch.sub(y, x)), [1, 1, 1, 1])");

        assertThat(score("script:" + four, grey(3, 3, 0), grey(3, 3, 255))).isEqualTo(1);
    }

    @Test
    void outputsOfAnotherFormAreRefused() throws IOException {
        refused(
                ModelException.class,
                PairScripts.write(folder.resolve("map.pt"), "torch.sub(x, y)"),
                "Expected a script that returns a tensor of one number, but forward of ",
                " returned a tensor of shape (1, 3, 30, 40).");
        refused(
                ModelException.class,
                PairScripts.write(folder.resolve("two.pt"), "x: Tensor, y: Tensor", "Tuple[Tensor, Tensor]", "(x, y)"),
                " returned a value of type ");
    }

    @Test
    void aNumberOfInputsOtherThanTwoIsRefused() throws IOException {
        String[] message = {
            "Expected a script with forward(reference, distorted), but that of ", "does not take two images"
        };
        refused(
                ModelException.class,
                PairScripts.write(folder.resolve("one.pt"), "x: Tensor", "Tensor", "torch.mean(x)"),
                message);
        refused(
                ModelException.class,
                PairScripts.write(
                        folder.resolve("three.pt"), "x: Tensor, y: Tensor, z: Tensor", "Tensor", "torch.mean(x)"),
                message);
    }

    @Test
    void aFileThatIsNoScriptIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pt"), "no zip");

        refused(ModelException.class, text, "Expected a TorchScript file, as torch.jit.save writes it, but ");
        refused(ModelException.class, folder.resolve("none.pt"), "Expected a TorchScript file, but there is no file ");
    }

    @Test
    void theFileNamesTheColumnAndTheOptionsItsDescription() {
        MetricDescription description = parse("script:dir/My LPIPS-v0.1.pt@size=224@direction=lower@range=0:255")
                .descriptions()
                .get(0);

        assertThat(description.name()).isEqualTo("script_my_lpips_v0_1");
        assertThat(description.label()).isEqualTo("My LPIPS-v0.1.pt");
        assertThat(description.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(description.minimumSize()).isEqualTo(224);
        assertThat(parse("script:a@b.pt").names()).containsExactly("script_a_b");
        assertThat(parse("psnr,script:a.pt@size=any@direction=higher").names()).containsExactly("psnr", "script_a");
    }

    @Test
    void scriptsOfOneNameAreRefused() {
        assertThatThrownBy(() -> parse("script:a/x.pt,script:b/x.pt"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected each metric once, but 'script_x' is repeated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range=1",
                "range=1:1",
                "range=a:b",
                "range=0:1:2",
                "range=0:Infinity",
                "size=0",
                "size=x",
                "direction=up"
            })
    void malformedOptionsAreRefused(String option) {
        assertThatThrownBy(() -> parse("script:x.pt@" + option))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(
                        "Expected script:FILE, which may be followed by @range=LO:HI (default 0:1), @size=any")
                .hasMessageEndingWith("but found " + option + " in 'script:x.pt@" + option + "'.");
    }

    @ParameterizedTest
    @CsvSource({"script:, no file", "script:x.pt@crop=3, @crop", "script:x.pt@size=3@, @"})
    void otherMistakesAreRefused(String text, String found) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("but found " + found + " in '");
    }
}
