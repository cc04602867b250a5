/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.command.Distort;
import sc.fiji.ahiq.command.ImportWeights;
import sc.fiji.ahiq.command.Models;
import sc.fiji.ahiq.command.OpenSamplePair;
import sc.fiji.ahiq.command.ProgressingCommand;
import sc.fiji.ahiq.image.ImageSource;

class OperationTest {

    @Test
    void theMenuHasEveryOperationOnce() throws Exception {
        List<String> entries = Files.readAllLines(Path.of("plugins.config")).stream()
                .filter(line -> line.startsWith("Plugins>AHIQ, \"AHIQ"))
                .toList();

        assertThat(entries)
                .isEqualTo(Operation.all().stream()
                        .map(Operation::label)
                        .map(label -> "Plugins>AHIQ, \"" + label + "\", sc.fiji.ahiq.ij1.AhiqPlugIn(\"" + label + "\")")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.ahiq.ij1.Operation#all")
    void declarationsSuitMacrosAndDialogs(Operation<?> operation) {
        var items = new CommandInputs<>(operation.command()).items();

        assertThat(items).allSatisfy(item -> {
            assertThat(item.isPersisted()).isFalse();
            assertThat(item.getName()).matches("[a-z][a-z0-9_]*");
            assertThat(item.getLabel()).isNotBlank();
            assertThat(item.getDescription()).isNotBlank();
            assertThat(items).noneMatch(other -> other.getName().endsWith("_" + item.getName()));
            assertThat(item.getType() == ImageSource.class && item.isAutoFill()).isFalse();
        });
        assertThat(operation.label().endsWith("..."))
                .as("asks for what is required")
                .isEqualTo(operation.command() == Models.class || items.stream().anyMatch(ModuleItem::isRequired));
    }

    @Test
    void filesAreGivenByTheirPaths() {
        CommandInputs<ImportWeights> inputs = new CommandInputs<>(ImportWeights.class);
        Map<String, String> values = Map.of("ahiq", "a b.pth", "cnn", "/c", "vit", "v", "name", "mine");

        var module = inputs.bind(values);

        assertThat(module.getInput("ahiq")).isEqualTo(new File("a b.pth"));
        assertThat(module.getInput("output")).isNull();
    }

    @Test
    void fileInputsTakeNothingButPaths() {
        CommandInputs<ImportWeights> inputs = new CommandInputs<>(ImportWeights.class);

        assertThatThrownBy(() -> inputs.bind(Map.of("ahiq", " ")))
                .isInstanceOf(UsageException.class)
                .hasMessage("ahiq= : expected the path of a file or folder"
                        + " (checkpoint with deform_net and regressor, *.pth or *.safetensors).");
        assertThatThrownBy(() -> inputs.bind(Map.of("ahiq", "a\0b")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected the path of a file or folder, but ");
        assertThatThrownBy(() -> inputs.bind(Map.of("cnn", "a")))
                .isInstanceOf(UsageException.class)
                .hasMessage("The key 'ahiq' is missing: expected ahiq=... (checkpoint with deform_net and regressor,"
                        + " *.pth or *.safetensors).");
        assertThatThrownBy(() -> Operation.named("AHIQ Import Weights...")
                        .run(Map.of("ahiq", "nowhere", "cnn", "x", "vit", "y", "name", "mine")))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("Cannot read weights from nowhere: expected a file");
    }

    @Test
    void callGetsTheTitlesOfImages() {
        Operation<?> sample = new Operation<>("AHIQ Open Sample Pair", OpenSamplePair.class, HiddenImages::new);

        assertThat(sample.run(Map.of("degradation", "blur"))).isEqualTo("sample-reference,sample-blur");
    }

    @Test
    void distortingAFileGivesAStackNamedAfterIt() {
        Operation<?> distort = new Operation<>("AHIQ Distort...", Distort.class, HiddenImages::new);

        assertThat(distort.run(Map.of("image", "src/test/resources/images/scene1.png", "type", "jpeg", "level", "all")))
                .isEqualTo("scene1.png_jpeg");
    }

    /** No windows open in tests. */
    private static final class HiddenImages implements Presentation<Command> {

        @Override
        public void start(Command command) {}

        @Override
        public void stop(Command command) {}

        @Override
        public String result(Command command) {
            return new OutputPresentation().result(command);
        }
    }

    /** Without a display ImageJ's log is standard output. */
    @Test
    void callGetsThePathsOfFilesAndTheLogTexts() {
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        String result;
        try {
            result = new Operation<>("test", Steps.class).run(Map.of("steps", "2"));
        } finally {
            System.setOut(before);
        }

        assertThat(result).isEqualTo("made" + File.separator + "2");
        assertThat(IJ.getLog() == null ? log.toString(StandardCharsets.UTF_8) : IJ.getLog())
                .contains("2 steps");
    }

    @Test
    void escapeStopsAtTheNextStep() {
        Operation<Steps> operation = new Operation<>("test", Steps.class);

        assertThatThrownBy(() -> operation.run(Map.of("steps", "5", "escape", "3")))
                .isInstanceOf(CancelledException.class);

        assertThat(Steps.DONE).containsExactly(1, 2);
    }

    /** Counts; presses Escape before a step. */
    public static final class Steps implements ProgressingCommand {

        static final List<Integer> DONE = new ArrayList<>();

        @Parameter
        private int steps;

        @Parameter(required = false)
        private int escape = -1;

        @Parameter(type = ItemIO.OUTPUT)
        private File made;

        @Parameter(type = ItemIO.OUTPUT)
        private String report;

        private Progress progress = Progress.NONE;

        @Override
        public void setProgress(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void run() {
            DONE.clear();
            try {
                for (int i = 1; i <= steps; i++) {
                    if (i == escape) {
                        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
                    }
                    progress.update(i - 1, steps);
                    DONE.add(i);
                }
            } finally {
                IJ.setKeyUp(KeyEvent.VK_ESCAPE);
                IJ.resetEscape();
            }
            made = new File("made", Integer.toString(steps));
            report = steps + " steps";
        }
    }
}
