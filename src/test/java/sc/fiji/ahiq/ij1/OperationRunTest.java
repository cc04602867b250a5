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
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.command.AhiqCommand;
import sc.fiji.ahiq.command.Distort;
import sc.fiji.ahiq.command.OpenSamplePair;
import sc.fiji.ahiq.command.Operation;

class OperationRunTest {

    @Test
    void theMenuHasEveryOperationOnce() throws Exception {
        List<String> entries = Files.readAllLines(Path.of("plugins.config")).stream()
                .filter(line -> line.startsWith("Plugins>AHIQ"))
                .filter(line -> !line.endsWith(", \"-\""))
                .map(line -> line.replaceFirst("^Plugins>AHIQ(>[A-Z][a-z]+)?, ", ""))
                .toList();

        assertThat(entries)
                .isEqualTo(Operation.all().stream()
                        .map(Operation::label)
                        .map(label -> "\"" + label + "\", sc.fiji.ahiq.ij1.AhiqMenu(\"" + label + "\")")
                        .toList());
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> OperationRun.run(
                        Operation.labelled("AHIQ Import Weights..."),
                        Map.of("ahiq", "nowhere", "cnn", "x", "vit", "y", "name", "mine")))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("Cannot read weights from nowhere: expected a file");
    }

    @Test
    void callGetsTheTitlesOfImages() {
        assertThat(runHidden(OpenSamplePair.class, Map.of("degradation", "blur")))
                .isEqualTo("sample-reference,sample-blur");
    }

    @Test
    void distortingAFileGivesAStackNamedAfterIt() {
        assertThat(runHidden(
                        Distort.class,
                        Map.of("image", "src/test/resources/images/scene1.png", "type", "jpeg", "level", "all")))
                .isEqualTo("scene1.png_jpeg");
    }

    /** No windows open in tests. */
    private static String runHidden(Class<? extends AhiqCommand> command, Map<String, String> values) {
        return OperationRun.run(Operation.of(command), values, module -> new Presentation() {
            @Override
            public void start() {}

            @Override
            public void stop() {}

            @Override
            public String result() {
                return new OutputPresentation(module).result();
            }
        });
    }

    /** Without a display ImageJ's log is standard output. */
    @Test
    void callGetsThePathsOfFilesAndTheLogTexts() {
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        String result;
        try {
            result = OperationRun.run(Operation.of(Steps.class), Map.of("steps", "2"));
        } finally {
            System.setOut(before);
        }

        assertThat(result).isEqualTo("made" + File.separator + "2");
        assertThat(IJ.getLog() == null ? log.toString(StandardCharsets.UTF_8) : IJ.getLog())
                .contains("2 steps");
    }

    @Test
    void escapeStopsAtTheNextStep() {
        assertThatThrownBy(() -> OperationRun.run(Operation.of(Steps.class), Map.of("steps", "5", "escape", "3")))
                .isInstanceOf(CancelledException.class);

        assertThat(Steps.DONE).containsExactly(1, 2);
    }

    /** Counts; presses Escape before a step. */
    public static final class Steps extends AhiqCommand {

        static final List<Integer> DONE = new ArrayList<>();

        @Parameter
        private int steps;

        @Parameter(required = false)
        private int escape = -1;

        @Parameter(type = ItemIO.OUTPUT)
        private File made;

        @Parameter(type = ItemIO.OUTPUT)
        private String report;

        @Override
        protected void execute() {
            DONE.clear();
            try {
                for (int i = 1; i <= steps; i++) {
                    if (i == escape) {
                        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
                    }
                    progress().update(i - 1, steps);
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
